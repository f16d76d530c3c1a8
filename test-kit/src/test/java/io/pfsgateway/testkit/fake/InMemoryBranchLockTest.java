package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.testkit.contract.BranchLockContract;

final class InMemoryBranchLockTest extends BranchLockContract {
    private final BranchLocks locks = new InMemoryBranchLocks();

    @Override
    protected BranchLocks locks() {
        return locks;
    }

    @Override
    protected BranchLocks locksOfAnother() {
        return locks;
    }
}
