package io.pfsgateway.adapter.out.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.pfsgateway.application.port.out.BranchLocks;

/** The locks of branches, and what is to be closed when they are of no more use. */
record BranchLockPool(BranchLocks locks, Runnable closing) implements AutoCloseable {
    /** For a database that only this process has open. */
    static BranchLockPool inThisProcess() {
        return new BranchLockPool(new TurnLocks(), () -> {});
    }

    /** For a PostgreSQL that several gateways may share. */
    static BranchLockPool in(HikariDataSource connections) {
        return new BranchLockPool(new AdvisoryLocks(connections), connections::close);
    }

    @Override
    public void close() {
        closing.run();
    }
}
