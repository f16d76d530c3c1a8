package io.pfsgateway.pfs.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

/** Another disk, whose forced writes are counted when they are done. */
public final class CountingDisk implements Disk {
    private final Disk disk;
    private final LongAdder logs = new LongAdder();
    private final LongAdder files = new LongAdder();
    private final LongAdder folders = new LongAdder();

    public CountingDisk(Disk disk) {
        this.disk = disk;
    }

    public long forcedLogs() {
        return logs.sum();
    }

    public long forcedFiles() {
        return files.sum();
    }

    public long forcedFolders() {
        return folders.sum();
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        return disk.create(file);
    }

    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        disk.write(file, bytes);
    }

    @Override
    public void forceFile(FileChannel file) throws IOException {
        disk.forceFile(file);
        files.increment();
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
        folders.increment();
    }

    @Override
    public void forceLog(LogWrite write) throws IOException {
        disk.forceLog(write);
        logs.increment();
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return disk.usableBytes(folder);
    }
}
