package io.pfsgateway.pfs;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.SystemDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real disk, with a record of every forced write, and faults on demand. */
final class WatchedDisk implements Disk {
    /** What was forced, in order: {@code file}, {@code folder NAME} or {@code log}. */
    final List<String> forced = new CopyOnWriteArrayList<>();

    volatile boolean blobsFull;
    volatile boolean filesFail;
    volatile boolean foldersFail;
    volatile LogFault logFault = LogFault.NONE;
    volatile long usableBytes = Long.MAX_VALUE;
    volatile boolean roomUnknown;

    /** What happens to a forced write of the log. */
    enum LogFault {
        NONE,
        FULL_BEFORE_IT,
        BROKEN_AFTER_IT
    }

    private final Disk disk = new SystemDisk();

    @Override
    public FileChannel create(Path file) throws IOException {
        return disk.create(file);
    }

    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        if (blobsFull) {
            throw new IOException("No space left on device");
        }
        disk.write(file, bytes);
    }

    @Override
    public void forceFile(FileChannel file) throws IOException {
        if (filesFail) {
            throw new IOException("Input/output error");
        }
        forced.add("file");
        disk.forceFile(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (foldersFail) {
            throw new IOException("Input/output error");
        }
        forced.add("folder " + folder.getFileName());
        disk.forceFolder(folder);
    }

    @Override
    public void forceLog(LogWrite write) throws IOException {
        if (logFault == LogFault.FULL_BEFORE_IT) {
            throw new IOException("No space left on device");
        }
        forced.add("log");
        disk.forceLog(write);
        if (logFault == LogFault.BROKEN_AFTER_IT) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        if (roomUnknown) {
            throw new IOException("Mount point not found");
        }
        return usableBytes;
    }
}
