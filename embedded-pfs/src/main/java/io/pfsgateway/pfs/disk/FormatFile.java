package io.pfsgateway.pfs.disk;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The number of the format that a folder is written in, in a small text file that is read before anything else is
 * touched. A folder of a newer format is refused.
 */
public final class FormatFile {
    public static final int CURRENT = 1;

    private final Path folder;
    private final Disk disk;

    public FormatFile(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    public boolean exists() {
        return Files.exists(folder.resolve("format"));
    }

    /** Checks the number that stands there, or writes the current one where none does. */
    public void open() throws IOException {
        if (exists()) {
            refuseNewer(read());
        } else {
            write();
        }
    }

    private int read() throws IOException {
        String text = Files.readString(folder.resolve("format")).trim();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new PfsException(
                    FailureKind.CORRUPT, folder.resolve("format") + " holds no number but: " + text, notANumber);
        }
    }

    private void refuseNewer(int found) {
        if (found > CURRENT) {
            throw new PfsException(
                    FailureKind.FORMAT_TOO_NEW,
                    folder.toAbsolutePath() + " has format " + found + ", and this version reads up to " + CURRENT);
        }
    }

    private void write() throws IOException {
        Path written = folder.resolve("format.new");
        Files.deleteIfExists(written);
        try (FileChannel channel = disk.create(written)) {
            disk.write(channel, ByteBuffer.wrap((CURRENT + "\n").getBytes(StandardCharsets.US_ASCII)));
            disk.forceFile(channel);
        }
        Files.move(written, folder.resolve("format"), StandardCopyOption.ATOMIC_MOVE);
        disk.forceFolder(folder);
    }
}
