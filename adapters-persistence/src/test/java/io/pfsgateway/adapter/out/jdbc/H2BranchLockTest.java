package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.testkit.contract.BranchLockContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** H2's file is one process's alone, so that there is no other gateway. */
final class H2BranchLockTest extends BranchLockContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    protected BranchLocks locks() {
        return DATABASE.bookkeeping().branchLocks();
    }

    @Override
    protected BranchLocks locksOfAnother() {
        return locks();
    }
}
