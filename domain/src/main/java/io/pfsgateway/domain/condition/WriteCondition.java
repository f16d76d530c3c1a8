package io.pfsgateway.domain.condition;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.FileVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What must hold of the object as it stands at the moment of the commit. It is decided with the commit, never before it.
 *
 * @param ifMatch the object must be there with one of these tags
 * @param ifNoneMatch the object must not be there with one of these tags
 * @param lastModified the object must have been modified in this second
 * @param sizeBytes the object must have this size
 * @param lastChange the newest change of the object must still be this one. Where the file system does not know who wrote a file, one
 *     that is the same in all that a reader sees is taken for the one that was found
 */
public record WriteCondition(
        Optional<TagMatch> ifMatch,
        Optional<TagMatch> ifNoneMatch,
        Optional<Instant> lastModified,
        OptionalLong sizeBytes,
        Optional<LastChange> lastChange) {
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

    /** The object must not be there, and this commit must be the one that deleted it. */
    public static WriteCondition deletedBy(CommitId commit) {
        return new WriteCondition(
                Optional.empty(),
                Optional.of(TagMatch.ANY),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(new LastChange.Deleted(commit)));
    }

    /** The object must be there as it was found; what became of other objects is of no matter. */
    public static WriteCondition unchangedSince(FileVersion found) {
        return new WriteCondition(
                Optional.of(new TagMatch(false, Set.of(found.etag().value()))),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(new LastChange.Written(found)));
    }

    /** As {@link #decide(Optional, Optional)}, where no deletion is known of. */
    public Verdict decide(Optional<FileVersion> current) {
        return decide(current, Optional.empty());
    }

    /**
     * Decides the condition against the object as it stands.
     *
     * @param deletion the commit that deleted the object, where that is its newest change
     */
    public Verdict decide(Optional<FileVersion> current, Optional<CommitId> deletion) {
        if (current.isEmpty() && asksForObject()) {
            return Verdict.NO_OBJECT;
        }
        boolean holds = current.map(this::holdsFor)
                .orElseGet(() -> lastChange.isEmpty() || lastChange.equals(deletion.map(LastChange.Deleted::new)));
        return holds ? Verdict.HOLDS : Verdict.FAILED;
    }

    /** The version that must still be the newest. */
    public Optional<FileVersion> found() {
        return lastChange
                .filter(LastChange.Written.class::isInstance)
                .map(change -> ((LastChange.Written) change).version());
    }

    /** Whether nothing is asked, so that the object need not be looked at. */
    public boolean isNone() {
        return equals(NONE);
    }

    private boolean asksForObject() {
        return ifMatch.isPresent() || lastModified.isPresent() || sizeBytes.isPresent();
    }

    private boolean holdsFor(FileVersion file) {
        return ifMatch.map(match -> match.includes(file.etag())).orElse(true)
                && !ifNoneMatch.map(match -> match.includes(file.etag())).orElse(false)
                && lastModified
                        .map(time -> sameSecond(time, file.lastModified()))
                        .orElse(true)
                && (sizeBytes.isEmpty() || sizeBytes.getAsLong() == file.sizeBytes())
                && (lastChange.isEmpty()
                        || found().map(FileVersion::commit)
                                .filter(file.commit()::equals)
                                .isPresent());
    }

    private static boolean sameSecond(Instant left, Instant right) {
        return left.truncatedTo(ChronoUnit.SECONDS).equals(right.truncatedTo(ChronoUnit.SECONDS));
    }
}
