package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.domain.access.FileSystemToken;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens in memory, and whether there are users at all. */
public final class InMemoryTokenAuthority implements TokenAuthority {
    private final Map<FileSystemToken, Answer> tokens = new ConcurrentHashMap<>();
    private volatile boolean users = true;

    /** From now on a token is held. */
    public void give(FileSystemToken token, String holder, Optional<Instant> expiresAt) {
        tokens.put(token, Answer.held(holder, expiresAt));
    }

    /** From now on a token is unknown. */
    public void revoke(FileSystemToken token) {
        tokens.remove(token);
    }

    /** From now on there are no users. */
    public void deactivate() {
        users = false;
    }

    @Override
    public Answer ask(FileSystemToken token) {
        return users ? tokens.getOrDefault(token, Answer.UNKNOWN) : Answer.NO_USERS;
    }
}
