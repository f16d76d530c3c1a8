package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.pfs.protocol.auth.APIGrpc;
import io.pfsgateway.pfs.protocol.auth.WhoAmIRequest;
import io.pfsgateway.pfs.protocol.auth.WhoAmIResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks pachd who holds a token, by {@code auth_v2.API/WhoAmI} with the token itself. Each question is a round trip; {@link
 * CachingTokenAuthority} remembers.
 */
public final class GrpcTokenAuthority implements TokenAuthority {
    private final Channel channel;
    private final Duration patience;

    /**
     * @param channel to the server, without any token of its own; it stays the caller's
     * @param patience how long an answer may take
     */
    public GrpcTokenAuthority(Channel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    @Override
    public Answer ask(FileSystemToken token) {
        try {
            return answer(APIGrpc.newBlockingV2Stub(channel)
                    .withInterceptors(new TokenInterceptor(() -> Optional.of(token.value())))
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .whoAmI(WhoAmIRequest.getDefaultInstance()));
        } catch (StatusException failed) {
            return refusal(failed);
        }
    }

    private static Answer answer(WhoAmIResponse response) {
        Optional<Instant> expiresAt = response.hasExpiration()
                ? Optional.of(PfsMessages.instant(response.getExpiration()))
                : Optional.empty();
        return Answer.held(response.getUsername(), expiresAt);
    }

    private static Answer refusal(StatusException failed) {
        Status.Code code = failed.getStatus().getCode();
        if (code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED) {
            return Answer.UNKNOWN;
        }
        if (code == Status.Code.UNIMPLEMENTED) {
            return Answer.NO_USERS;
        }
        throw FileSystemFailure.unavailable(failed);
    }
}
