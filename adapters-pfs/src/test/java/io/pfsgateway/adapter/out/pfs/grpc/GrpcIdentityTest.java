package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.testkit.contract.CallerIdentityContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GrpcIdentityTest extends CallerIdentityContract {
    private final GrpcIdentity identity = GrpcIdentity.ofCallers(Optional.of(OWN));

    @Override
    protected CallerIdentity identity() {
        return identity;
    }

    @Override
    protected Optional<FileSystemToken> shown() {
        return identity.token().map(FileSystemToken::new);
    }

    @Test
    void ofAGatewayThatDecidesItselfIsItsOwnEverywhere() {
        assertThat(GrpcIdentity.ofGateway(Optional.of(OWN)).token()).contains(OWN.value());
        assertThat(GrpcIdentity.ofGateway(Optional.empty()).token()).isEmpty();
    }
}
