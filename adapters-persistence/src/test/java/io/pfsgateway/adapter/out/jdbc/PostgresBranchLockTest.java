package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.testkit.contract.BranchLockContract;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresBranchLockTest extends BranchLockContract {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final BranchId BRANCH = BranchId.of("master", "lost");
    private static final JdbcSettings SETTINGS = PostgresServer.newDatabase();
    private static final String END_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_locks"
            + " WHERE locktype = 'advisory' AND granted AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static JdbcBookkeeping one = open();
    private static JdbcBookkeeping another = open();

    private static JdbcBookkeeping open() {
        return JdbcBookkeeping.open(SETTINGS, Clock.systemUTC());
    }

    @BeforeAll
    static void gatewaysAreTwo() {
        assertThat(one).isNotSameAs(another);
    }

    @AfterAll
    static void close() {
        one.close();
        another.close();
    }

    @Override
    protected BranchLocks locks() {
        return one.branchLocks();
    }

    @Override
    protected BranchLocks locksOfAnother() {
        return another.branchLocks();
    }

    @Test
    void aHolderWhoseConnectionIsLostLosesTheLockAndIsTold() {
        try (BranchLock lost = locks().tryLock(BRANCH, LONG).orElseThrow()) {
            PostgresServer.execute(SETTINGS, END_OTHERS);

            try (BranchLock next = locksOfAnother().tryLock(BRANCH, LONG).orElseThrow()) {
                FileSystemFailure failure = catchThrowableOfType(FileSystemFailure.class, lost::verify);
                assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
                next.verify();
            }
        }
        locks().tryLock(BRANCH, LONG).orElseThrow().close();
    }

    @Test
    void aGatewayThatIsClosedLetsItsLocksGo() {
        JdbcBookkeeping third = open();
        BranchLock lock = third.branchLocks().tryLock(BRANCH, LONG).orElseThrow();
        lock.verify();
        third.close();

        locks().tryLock(BRANCH, LONG).orElseThrow().close();
    }

    @Test
    void locksThatAreHeldLeaveTheRestOfTheBookkeepingItsConnections() {
        try (BranchLock first = locks().tryLock(BRANCH, LONG).orElseThrow()) {
            assertThat(one.isReachable()).isTrue();
            assertThat(one.database().connections().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
            first.verify();
        }
    }
}
