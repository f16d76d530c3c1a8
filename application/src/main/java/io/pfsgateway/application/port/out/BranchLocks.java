package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * Mutual exclusion of writers by branch, among all gateways that share a bookkeeping, for a file system that decides no
 * conditions itself. To be held from the look at the branch to the end of its commit, never while a body is received. Writers
 * that go past the gateways are not kept out. Safe for many threads; waiting writers of one gateway are let in in the order in
 * which they came.
 */
public interface BranchLocks {
    /**
     * Waits for a branch's lock. It is not reentrant: a thread that holds it already waits in vain, and one that holds any lock
     * must not wait for another.
     *
     * @param patience how long to wait at most, which also covers what the store needs for it
     * @return the lock, to be closed by the caller; empty when others held it all the time, which callers tell their clients as
     *     {@code CONDITIONAL_CONFLICT} where a condition was to be decided, else as {@code FILE_SYSTEM_BUSY}
     * @throws FileSystemFailure with {@code FILE_SYSTEM_UNAVAILABLE} when the store cannot be reached, or the thread was
     *     interrupted
     */
    Optional<BranchLock> tryLock(BranchId branch, Duration patience);
}
