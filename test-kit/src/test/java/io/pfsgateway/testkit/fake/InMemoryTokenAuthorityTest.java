package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.testkit.contract.TokenAuthorityContract;
import java.time.Instant;
import java.util.Optional;

final class InMemoryTokenAuthorityTest extends TokenAuthorityContract {
    private final InMemoryTokenAuthority authority = new InMemoryTokenAuthority();

    @Override
    protected TokenAuthority authority() {
        return authority;
    }

    @Override
    protected void give(FileSystemToken token, String holder, Optional<Instant> expiresAt) {
        authority.give(token, holder, expiresAt);
    }

    @Override
    protected void deactivate() {
        authority.deactivate();
    }
}
