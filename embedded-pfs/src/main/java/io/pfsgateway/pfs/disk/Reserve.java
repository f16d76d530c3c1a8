package io.pfsgateway.pfs.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A file of real bytes that is given up when the disk is full, so that there is room for the log and for deleting. It
 * comes back when there is room for it twice.
 */
public final class Reserve {
    private static final int STEP = 1 << 16;

    private final Path file;
    private final long sizeBytes;
    private final Disk disk;

    public Reserve(Path folder, long sizeBytes, Disk disk) {
        this.file = folder.resolve("reserve");
        this.sizeBytes = sizeBytes;
        this.disk = disk;
    }

    public boolean isThere() throws IOException {
        return Files.exists(file) && Files.size(file) >= sizeBytes;
    }

    public void release() throws IOException {
        disk.delete(file);
    }

    /** Makes the file if it is missing and there is room; says whether it is there now. */
    public boolean restore() throws IOException {
        if (isThere()) {
            return true;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || disk.usableBytes(folder) < 2 * sizeBytes) {
            return false;
        }
        return fill();
    }

    private boolean fill() throws IOException {
        disk.delete(file);
        try (FileChannel channel = disk.create(file)) {
            // Zeros would take no room on a file system that compresses.
            byte[] noise = new byte[STEP];
            new SplittableRandom().nextBytes(noise);
            for (long written = 0; written < sizeBytes; written += STEP) {
                disk.write(channel, ByteBuffer.wrap(noise, 0, (int) Math.min(STEP, sizeBytes - written)));
            }
            return true;
        } catch (IOException failure) {
            disk.delete(file);
            if (FullDisk.causes(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
