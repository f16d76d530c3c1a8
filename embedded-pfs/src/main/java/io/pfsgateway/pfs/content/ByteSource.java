package io.pfsgateway.pfs.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The bytes of one content, at any position. For one thread. */
interface ByteSource extends AutoCloseable {
    /** Reads some bytes from the position, at least one; -1 at the end. */
    int read(long position, ByteBuffer target) throws IOException;

    /**
     * Has the operating system send some bytes from the position, no more than asked for. None are sent where the target takes none
     * just now, at the end, and where the bytes are in no file of their own and so have to be read.
     */
    long transferTo(long position, long most, WritableByteChannel target) throws IOException;

    @Override
    void close() throws IOException;
}
