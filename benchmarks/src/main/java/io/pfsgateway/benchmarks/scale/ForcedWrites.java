package io.pfsgateway.benchmarks.scale;

import io.pfsgateway.benchmarks.files.TemporaryFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * How often a second the disk takes an append that is forced: what one commit after the other cannot go beyond, and, times what
 * a group holds, what many at once cannot. Appends to a file in {@code java.io.tmpdir}, of the size that a commit of 1 KiB has in the log, and of
 * that of a group of sixteen.
 */
public final class ForcedWrites {
    private static final int COMMIT_BYTES = 1_700;
    private static final int GROUP = 16;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private ForcedWrites() {}

    @SuppressWarnings("SystemOut") // A program whose answer this is.
    public static void main(String[] arguments) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            System.out.println(rate(folder.path().resolve("one"), COMMIT_BYTES));
            System.out.println(rate(folder.path().resolve("group"), COMMIT_BYTES * GROUP));
        }
    }

    private static String rate(Path path, int bytes) throws IOException {
        ByteBuffer appended = ByteBuffer.allocateDirect(bytes);
        long count = 0;
        long began = System.nanoTime();
        long end = began + LENGTH.toNanos();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (System.nanoTime() < end) {
                appended.clear();
                file.write(appended);
                file.force(false);
                count++;
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format(Locale.ROOT, "%,d bytes appended and forced: %,.0f a second", bytes, count / seconds);
    }
}
