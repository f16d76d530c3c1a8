package io.pfsgateway.adapter.out.pfs.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.pfsgateway.application.port.out.TokenAuthority;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.file.ContentHash;
import java.time.Clock;
import java.time.Duration;

/**
 * Remembers what another authority said, by the token's hash: of a token that is held for a minute at most and never beyond its
 * end, of any other for a few seconds. What failed is not remembered.
 */
public final class CachingTokenAuthority implements TokenAuthority {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final int MOST_TOKENS = 10_000;

    private final TokenAuthority other;
    private final Cache<ContentHash, Answer> answers;

    /** An authority that asks another, by a clock that tells when tokens end. */
    public CachingTokenAuthority(TokenAuthority other, Clock clock) {
        this(other, clock, Ticker.systemTicker());
    }

    CachingTokenAuthority(TokenAuthority other, Clock clock, Ticker ticker) {
        this.other = other;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .ticker(ticker)
                .expireAfter(Expiry.<ContentHash, Answer>creating((hash, answer) -> memory(answer, clock)))
                .build();
    }

    private static Duration memory(Answer answer, Clock clock) {
        if (answer.standing() != Standing.HELD) {
            return SHORT;
        }
        Duration left = answer.expiresAt()
                .map(end -> Duration.between(clock.instant(), end))
                .orElse(LONGEST);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    @Override
    public Answer ask(FileSystemToken token) {
        // Not asked within the cache, which would keep others from it while the server is slow.
        ContentHash hash = Sha256.of(token.value());
        Answer known = answers.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        Answer answer = other.ask(token);
        answers.put(hash, answer);
        return answer;
    }
}
