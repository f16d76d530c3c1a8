package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.FileSystemFailure;

/**
 * Bytes on their way into the file system. For one thread at a time. Closed without having been finished, they go and leave
 * nothing; closing is allowed at any time, twice too.
 */
public interface PendingContent extends AutoCloseable {
    /**
     * Takes bytes; the array is the caller's again when it returns.
     *
     * @throws FileSystemFailure with {@code OUT_OF_SPACE} or {@code FILE_SYSTEM_UNAVAILABLE}
     */
    void write(byte[] bytes, int offset, int length);

    @Override
    void close();
}
