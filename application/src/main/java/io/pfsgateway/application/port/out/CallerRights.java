package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;

/**
 * What a file system that knows its users itself lets them do. It decides with each call that is made in their name; this asks it
 * for what is done past it, in the bookkeeping. Asked anew each time; nothing is changed.
 */
public interface CallerRights {
    /**
     * Refuses whoever this thread works for (see {@link CallerIdentity}) what the file system does not let them do with a branch's
     * repository.
     *
     * @throws io.pfsgateway.domain.failure.AccessFailure when they may not, and when there is no such repository
     * @throws io.pfsgateway.domain.failure.FileSystemFailure with {@code FILE_SYSTEM_UNAVAILABLE} when the file system is out of
     *     reach
     */
    void require(Right right, BranchId branch);
}
