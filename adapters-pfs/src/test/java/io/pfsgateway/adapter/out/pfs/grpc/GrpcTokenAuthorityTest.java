package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.testkit.contract.TokenAuthorityContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GrpcTokenAuthorityTest extends TokenAuthorityContract {
    private final UsersInMemory server = new UsersInMemory();
    private final GrpcTokenAuthority authority = new GrpcTokenAuthority(server.channel(), Duration.ofSeconds(30));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected TokenAuthority authority() {
        return authority;
    }

    @Override
    protected void give(FileSystemToken token, String holder, Optional<Instant> expiresAt) {
        server.users().give(token, holder, expiresAt);
    }

    @Override
    protected void deactivate() {
        server.users().deactivate();
    }

    @Test
    void isOutOfReachWhenTheServerIs() {
        server.close();
        FileSystemFailure failure =
                catchThrowableOfType(FileSystemFailure.class, () -> authority.ask(new FileSystemToken("alices")));
        assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
        assertThat(failure).hasMessageNotContaining("alices");
    }
}
