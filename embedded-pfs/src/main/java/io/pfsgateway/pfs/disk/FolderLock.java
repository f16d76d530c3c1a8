package io.pfsgateway.pfs.disk;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process, or a second engine of this one, out of a folder. The operating system lets go of it when the
 * process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {
    /**
     * The folders that this process holds. Asked before the file is opened, since closing any descriptor of a file lets go of
     * every lock that the process has on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the lock, or fails at once with {@link FailureKind#LOCKED}, naming the folder. */
    public static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw inUse(folder);
        }
        boolean taken = false;
        try {
            FolderLock lock = lock(real);
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(real);
            }
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(folder);
        }
        return new FolderLock(folder, channel);
    }

    private static PfsException inUse(Path folder) {
        return new PfsException(
                FailureKind.LOCKED, "The folder " + folder.toAbsolutePath() + " is in use by another process");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
            HELD.remove(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
