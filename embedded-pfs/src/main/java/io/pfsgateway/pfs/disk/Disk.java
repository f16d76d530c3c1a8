package io.pfsgateway.pfs.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The file system under the engine, as far as writing and durability go. When a force method returns, what it names
 * survives a power cut; when it throws, nothing is known, and it is not to be repeated as if that would help. All methods
 * may be called from many threads.
 */
public interface Disk {
    /** A new file, open for writing; fails where there is one already. */
    FileChannel create(Path file) throws IOException;

    /** Writes all that remains in the buffer. */
    void write(FileChannel file, ByteBuffer bytes) throws IOException;

    void forceFile(FileChannel file) throws IOException;

    /** Makes the names in a folder durable: files made, renamed and deleted. */
    void forceFolder(Path folder) throws IOException;

    /** Runs a write of the store's log, and has it forced to disk before it returns. */
    void forceLog(LogWrite write) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** How many bytes could still be written below the folder. */
    long usableBytes(Path folder) throws IOException;

    /** One write to the store's log; {@code forced} says that it must be on disk before the write returns. */
    @FunctionalInterface
    interface LogWrite {
        void run(boolean forced) throws IOException;
    }
}
