package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What writers are told whose branch's lock others hold all the time. */
class BusyBranchTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("key");

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem free = SERVER.ports();
    private final FileSystem busy =
            SERVER.ports(new InMemoryFileAttributes(Clock.systemUTC()).roles(), (locked, patience) -> Optional.empty());

    @BeforeEach
    void makeBranch() {
        free.branches().create(branch);
    }

    private static void assertFails(FailureKind kind, ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
    }

    private void put(WriteCondition condition) {
        try (PendingFile file = busy.committer().begin(branch, KEY, OptionalLong.of(1))) {
            file.write(new byte[] {1}, 0, 1);
            file.commit(ObjectAttributes.NONE, condition, Optional.empty());
        }
    }

    @Test
    void aConditionIsInConflict() {
        assertFails(FailureKind.CONDITIONAL_CONFLICT, () -> put(WriteCondition.ABSENT));
        Deletion plain = new Deletion(new ObjectKey("other"), WriteCondition.NONE);
        Deletion conditional = new Deletion(KEY, WriteCondition.ABSENT);
        assertFails(
                FailureKind.CONDITIONAL_CONFLICT, () -> busy.committer().delete(branch, List.of(plain, conditional)));
    }

    @Test
    void whatIsNotConditionalIsToComeAgainMoreSlowly() {
        assertFails(FailureKind.FILE_SYSTEM_BUSY, () -> put(WriteCondition.NONE));
        assertFails(
                FailureKind.FILE_SYSTEM_BUSY,
                () -> busy.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE))));
        assertFails(FailureKind.FILE_SYSTEM_BUSY, () -> busy.branches().delete(branch));
        assertThat(free.branches().find(branch)).isPresent();
    }
}
