package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.FileSystemFailure;

/**
 * A branch's lock that is held, until it is closed or the process that holds it has died; a holder whose connection to the store
 * broke has lost it without noticing. Any thread may use it, one at a time.
 */
public interface BranchLock extends AutoCloseable {
    /**
     * Asks whether the lock is still held. To be asked right before the commit.
     *
     * @throws FileSystemFailure with {@code FILE_SYSTEM_UNAVAILABLE} when it was lost or that cannot be told
     */
    void verify();

    /** Lets the lock go; closing it twice does nothing. */
    @Override
    void close();
}
