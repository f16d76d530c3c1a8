package io.pfsgateway.domain.file;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * What a stream of bytes can do beside being read as one, where the file system has them in files: fill buffers outside the heap,
 * and be sent by the operating system, so that they pass through no memory of this process. All ways share one position.
 */
public interface DirectContent extends ReadableByteChannel {
    /**
     * Sends bytes from the position on, and moves it behind them. None are sent at the end, where the target takes none just now, and
     * where the file system cannot send the next ones that way; who gets 0 reads on, and may try again behind what was read.
     *
     * @param most the most that is sent
     * @return how many were sent
     * @throws IOException if the target or the file system failed; how many were sent is not known then
     */
    long transferTo(WritableByteChannel target, long most) throws IOException;
}
