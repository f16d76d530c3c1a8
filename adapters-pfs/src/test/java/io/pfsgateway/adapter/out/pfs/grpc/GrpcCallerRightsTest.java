package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.pfs.protocol.auth.Permission;
import io.pfsgateway.testkit.contract.CallerRightsContract;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GrpcCallerRightsTest extends CallerRightsContract {
    /** What each role of a repository has in pachd beyond the one before: reader, writer, owner. */
    private static final Map<Right, Permission> ROLES = Map.of(
            Right.READ, Permission.REPO_READ,
            Right.WRITE, Permission.REPO_WRITE,
            Right.ADMIN, Permission.REPO_MODIFY_BINDINGS);

    private final UsersInMemory server = new UsersInMemory();
    private final GrpcIdentity identity = GrpcIdentity.ofCallers(Optional.empty());
    private final GrpcCallerRights rights = new GrpcCallerRights(server.channel(), identity, Duration.ofSeconds(30));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected CallerRights rights() {
        return rights;
    }

    @Override
    protected CallerIdentity identity() {
        return identity;
    }

    @Override
    protected void give(FileSystemToken token, Right right, BranchId branch) {
        ROLES.forEach((role, permission) -> {
            if (right.includes(role)) {
                server.permit(token.value(), permission, "REPO " + branch.project() + "/" + branch.repo());
            }
        });
    }

    @Test
    void areOutOfReachWhenTheServerIs() {
        server.close();
        CallerIdentity.Scope scope = identity.assume(Optional.of(new FileSystemToken("alices")));
        FileSystemFailure failure = catchThrowableOfType(
                FileSystemFailure.class, () -> rights.require(Right.READ, BranchId.of("master", "images")));
        scope.close();
        assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
    }
}
