package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import java.time.Duration;

/** Locks of branches, waited for as long as a client may be kept waiting. */
final class WriterLocks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Stands for all branches of a repository; a branch of that name would wait with them, and no more. */
    private static final BranchName REPOSITORY = new BranchName("_s3-repository");

    private final BranchLocks locks;

    WriterLocks(BranchLocks locks) {
        this.locks = locks;
    }

    /**
     * Takes a branch's lock.
     *
     * @throws FileSystemFailure with {@code FILE_SYSTEM_BUSY} when others held it all the time
     */
    BranchLock take(BranchId branch) {
        return locks.tryLock(branch, PATIENCE).orElseThrow(FileSystemFailure::busy);
    }

    /** Takes the lock under which branches of a branch's repository are made. It keeps no writer out. */
    BranchLock takeRepository(BranchId branch) {
        return take(new BranchId(branch.project(), branch.repo(), REPOSITORY));
    }

    /**
     * Takes a branch's lock to decide a condition under it.
     *
     * @throws KeyFailure with {@code CONDITIONAL_CONFLICT} when others held it all the time
     */
    BranchLock takeToDecide(BranchId branch, String key) {
        return locks.tryLock(branch, PATIENCE).orElseThrow(() -> KeyFailure.conditionalConflict(key));
    }
}
