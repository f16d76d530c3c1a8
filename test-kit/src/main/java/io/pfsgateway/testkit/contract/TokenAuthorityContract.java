package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.application.port.out.TokenAuthority.Answer;
import io.pfsgateway.domain.access.FileSystemToken;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link TokenAuthority} promises. */
public abstract class TokenAuthorityContract {
    private static final Instant END = Instant.parse("2100-01-02T03:04:05.000006Z");

    /** The authority under test. */
    protected abstract TokenAuthority authority();

    /** Gives somebody a token where the authority looks. */
    protected abstract void give(FileSystemToken token, String holder, Optional<Instant> expiresAt);

    /** Lets there be no users where the authority looks. */
    protected abstract void deactivate();

    @Test
    void tellsWhoHoldsAToken() {
        give(new FileSystemToken("alices"), "user:alice@example.com", Optional.empty());
        give(new FileSystemToken("robots"), "robot:r", Optional.of(END));

        assertThat(authority().ask(new FileSystemToken("alices")))
                .isEqualTo(Answer.held("user:alice@example.com", Optional.empty()));
        assertThat(authority().ask(new FileSystemToken("robots"))).isEqualTo(Answer.held("robot:r", Optional.of(END)));
    }

    @Test
    void knowsNoOtherToken() {
        give(new FileSystemToken("alices"), "user:alice@example.com", Optional.empty());

        assertThat(authority().ask(new FileSystemToken("Alices"))).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void saysWhereThereAreNoUsers() {
        deactivate();

        assertThat(authority().ask(new FileSystemToken("alices"))).isEqualTo(Answer.NO_USERS);
    }
}
