package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.application.port.out.TokenAuthority.Answer;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.testkit.contract.TokenAuthorityContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CachingTokenAuthorityTest extends TokenAuthorityContract {
    private static final FileSystemToken TOKEN = new FileSystemToken("alices");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final UsersInMemory server = new UsersInMemory();
    private final AtomicLong nanos = new AtomicLong();
    private final CachingTokenAuthority authority = new CachingTokenAuthority(
            new GrpcTokenAuthority(server.channel(), Duration.ofSeconds(30)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            nanos::get);

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

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void remembersAHolderForAMinuteAndNoLonger() {
        give(TOKEN, "user:alice", Optional.empty());
        authority.ask(TOKEN);
        server.users().revoke(TOKEN);
        pass(Duration.ofSeconds(59));
        assertThat(authority.ask(TOKEN)).isEqualTo(Answer.held("user:alice", Optional.empty()));
        assertThat(server.questions()).isEqualTo(1);

        pass(Duration.ofSeconds(2));
        assertThat(authority.ask(TOKEN)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void remembersNoHolderBeyondTheEndOfTheToken() {
        give(TOKEN, "user:alice", Optional.of(NOW.plusSeconds(10)));
        authority.ask(TOKEN);
        server.users().revoke(TOKEN);
        pass(Duration.ofSeconds(9));
        assertThat(authority.ask(TOKEN).holder()).contains("user:alice");
        pass(Duration.ofSeconds(2));
        assertThat(authority.ask(TOKEN)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void remembersAnUnknownTokenForSecondsOnly() {
        authority.ask(TOKEN);
        authority.ask(TOKEN);
        assertThat(server.questions()).isEqualTo(1);
        give(TOKEN, "user:alice", Optional.empty());
        pass(Duration.ofSeconds(6));
        assertThat(authority.ask(TOKEN).holder()).contains("user:alice");
    }

    @Test
    void remembersNoFailure() {
        server.close();
        assertThatExceptionOfType(FileSystemFailure.class).isThrownBy(() -> authority.ask(TOKEN));
        assertThatExceptionOfType(FileSystemFailure.class).isThrownBy(() -> authority.ask(TOKEN));
    }
}
