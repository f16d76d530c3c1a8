package io.pfsgateway.pfs.content;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of one content, at any position. For one thread. */
interface ByteSource extends AutoCloseable {
    /** Reads some bytes from the position, at least one; -1 at the end. */
    int read(long position, ByteBuffer target) throws IOException;

    @Override
    void close() throws IOException;
}
