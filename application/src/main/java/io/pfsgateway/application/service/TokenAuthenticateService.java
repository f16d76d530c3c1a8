package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import io.pfsgateway.domain.failure.AccessFailure;
import java.util.List;
import java.util.Optional;

/**
 * Callers are users of the file system, whose token is both halves of their key pair. The gateway lets them do everything, and the
 * file system, which is asked in their name, decides what they may. A caller without a signature may do nothing.
 */
public final class TokenAuthenticateService implements AuthenticateUseCase {
    private static final List<Grant> AS_THE_FILE_SYSTEM_DECIDES =
            List.of(new Grant(new BucketPattern("*"), Right.ADMIN));

    private final TokenAuthority authority;
    private final CallerIdentity identity;

    public TokenAuthenticateService(TokenAuthority authority, CallerIdentity identity) {
        this.authority = authority;
        this.identity = identity;
    }

    @Override
    public Optional<SecretKey> secret(String accessKey) {
        return FileSystemToken.isToken(accessKey) ? Optional.of(new SecretKey(accessKey)) : Optional.empty();
    }

    @Override
    public Optional<Credential> credential(String accessKey) {
        if (!FileSystemToken.isToken(accessKey)) {
            return Optional.empty();
        }
        FileSystemToken token = new FileSystemToken(accessKey);
        TokenAuthority.Answer answer = authority.ask(token);
        return switch (answer.standing()) {
            case HELD -> answer.holder().map(holder -> credential(holder, token));
            case UNKNOWN -> Optional.empty();
            case NO_USERS -> throw AccessFailure.noUsers();
        };
    }

    private static Credential credential(String holder, FileSystemToken token) {
        return new Credential(
                new AccessKey(holder), new SecretKey(token.value()), AS_THE_FILE_SYSTEM_DECIDES, Optional.of(token));
    }

    @Override
    public Caller anonymous() {
        return new Caller(Optional.empty(), List.of());
    }

    @Override
    public CallerScope actFor(Caller caller) {
        return identity.assume(caller.token())::close;
    }
}
