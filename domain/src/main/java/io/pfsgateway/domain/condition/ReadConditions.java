package io.pfsgateway.domain.condition;

import io.pfsgateway.domain.file.FileVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The four conditions of a read, decided as RFC 9110 orders them: {@code If-Match} before {@code If-Unmodified-Since}, then
 * {@code If-None-Match} before {@code If-Modified-Since}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions">RFC 9110, 13.2.2</a>
 */
public record ReadConditions(
        Optional<TagMatch> ifMatch,
        Optional<TagMatch> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince) {
    /** Nothing is asked. */
    public static final ReadConditions NONE =
            new ReadConditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What became of the conditions. */
    public enum Verdict {
        HOLDS,
        FAILED,
        NOT_MODIFIED
    }

    /** Decides the conditions against a file that is there, its time truncated to the second as headers carry it. */
    public Verdict decide(FileVersion file) {
        Instant modified = file.lastModified().truncatedTo(ChronoUnit.SECONDS);
        if (ifMatch.isPresent()) {
            if (!ifMatch.get().includes(file.etag())) {
                return Verdict.FAILED;
            }
        } else if (ifUnmodifiedSince.isPresent() && modified.isAfter(ifUnmodifiedSince.get())) {
            return Verdict.FAILED;
        }
        return isUnmodified(file, modified) ? Verdict.NOT_MODIFIED : Verdict.HOLDS;
    }

    private boolean isUnmodified(FileVersion file, Instant modified) {
        if (ifNoneMatch.isPresent()) {
            return ifNoneMatch.get().includes(file.etag());
        }
        return ifModifiedSince.isPresent() && !modified.isAfter(ifModifiedSince.get());
    }
}
