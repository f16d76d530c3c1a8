package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.application.service.TokenAuthenticateService;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.testkit.fake.InMemoryCallerIdentity;
import io.pfsgateway.testkit.fake.InMemoryTokenAuthority;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callers who are users of the file system. */
final class TokenAuthenticateTest {
    private static final FileSystemToken TOKEN = new FileSystemToken("alices-token");
    private static final BranchId BRANCH = BranchId.of("master", "r");

    private final InMemoryTokenAuthority authority = new InMemoryTokenAuthority();
    private final InMemoryCallerIdentity identity = new InMemoryCallerIdentity(new FileSystemToken("own"));
    private final TokenAuthenticateService service = new TokenAuthenticateService(authority, identity);

    private Caller alice() {
        authority.give(TOKEN, "user:alice", Optional.empty());
        return service.credential(TOKEN.value()).map(Credential::caller).orElseThrow();
    }

    @Test
    void aTokenIsBothHalvesOfItsKeyPair() {
        assertThat(service.secret("alices-token")).contains(new SecretKey("alices-token"));
        assertThat(service.secret("two words")).isEmpty();
        assertThat(service.credential("two words")).isEmpty();
    }

    @Test
    void whoHoldsATokenIsKnownByNameAndMayWhatTheFileSystemDecides() {
        assertThat(alice().accessKey()).contains(new AccessKey("user:alice"));
        assertThat(alice().may(Right.ADMIN, BRANCH)).isTrue();
        assertThat(alice().token()).contains(TOKEN);
    }

    @Test
    void aTokenOfNobodyIsNoKeyPair() {
        assertThat(service.credential("other")).isEmpty();
    }

    @Test
    void whoeverDoesNotSignMayDoNothing() {
        assertThat(service.anonymous().may(Right.READ, BRANCH)).isFalse();
        assertThat(service.anonymous().token()).isEmpty();
    }

    @Test
    void aFileSystemWithoutUsersIsSaidToHaveNone() {
        authority.deactivate();
        AccessFailure failure = catchThrowableOfType(AccessFailure.class, () -> service.credential(TOKEN.value()));
        assertThat(failure.kind()).isEqualTo(FailureKind.ACCESS_DENIED);
        assertThat(failure.reason()).contains("not activated");
    }

    @Test
    void theFileSystemIsAskedInTheCallersNameWhileTheScopeIsOpen() {
        CallerScope scope = service.actFor(alice());
        assertThat(identity.shown()).contains(TOKEN);
        scope.close();
        CallerScope anonymous = service.actFor(service.anonymous());
        assertThat(identity.shown()).isEmpty();
        anonymous.close();
    }

    @Test
    void noTextShowsTheToken() {
        Credential credential = new Credential(
                new AccessKey("user:alice"), new SecretKey(TOKEN.value()), alice().grants(), Optional.of(TOKEN));
        assertThat(credential.toString() + credential.caller()).doesNotContain(TOKEN.value());
    }
}
