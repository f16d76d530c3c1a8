package io.pfsgateway.domain.condition;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.FileVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What must hold of the object as it stands at the moment of the commit. It is decided with the commit, never before it.
 *
 * @param ifMatch the object must be there with one of these tags
 * @param ifNoneMatch the object must not be there with one of these tags
 * @param lastModified the object must have been modified in this second
 * @param sizeBytes the object must have this size
 * @param writtenBy the object must be there as this commit wrote it
 */
public record WriteCondition(
        Optional<TagMatch> ifMatch,
        Optional<TagMatch> ifNoneMatch,
        Optional<Instant> lastModified,
        OptionalLong sizeBytes,
        Optional<CommitId> writtenBy) {
    /** Nothing is asked. */
    public static final WriteCondition NONE = new WriteCondition(
            Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** The object must not be there. */
    public static final WriteCondition ABSENT = tags(Optional.empty(), Optional.of(TagMatch.ANY));

    /** What became of a condition. */
    public enum Verdict {
        HOLDS,
        FAILED,
        /** The condition asks for an object, and there is none. */
        NO_OBJECT
    }

    /** A condition on tags alone. */
    public static WriteCondition tags(Optional<TagMatch> ifMatch, Optional<TagMatch> ifNoneMatch) {
        return new WriteCondition(ifMatch, ifNoneMatch, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** Decides the condition against the object as it stands. */
    public Verdict decide(Optional<FileVersion> current) {
        if (current.isEmpty()) {
            return asksForObject() ? Verdict.NO_OBJECT : Verdict.HOLDS;
        }
        return holdsFor(current.get()) ? Verdict.HOLDS : Verdict.FAILED;
    }

    /** Whether nothing is asked, so that the object need not be looked at. */
    public boolean isNone() {
        return equals(NONE);
    }

    private boolean asksForObject() {
        return ifMatch.isPresent() || lastModified.isPresent() || sizeBytes.isPresent() || writtenBy.isPresent();
    }

    private boolean holdsFor(FileVersion file) {
        return ifMatch.map(match -> match.includes(file.etag())).orElse(true)
                && !ifNoneMatch.map(match -> match.includes(file.etag())).orElse(false)
                && lastModified
                        .map(time -> sameSecond(time, file.lastModified()))
                        .orElse(true)
                && (sizeBytes.isEmpty() || sizeBytes.getAsLong() == file.sizeBytes())
                && writtenBy.map(commit -> commit.equals(file.commit())).orElse(true);
    }

    private static boolean sameSecond(Instant left, Instant right) {
        return left.truncatedTo(ChronoUnit.SECONDS).equals(right.truncatedTo(ChronoUnit.SECONDS));
    }
}
