package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * What became of a deletion of several files.
 *
 * @param commit the commit that was made; empty when nothing was deleted, or where the file system does not tell
 * @param outcomes one for each file, in the order in which they were given
 */
public record DeletionResult(Optional<CommitId> commit, List<Outcome> outcomes) {
    public DeletionResult {
        outcomes = List.copyOf(outcomes);
    }

    /** What became of one file. */
    public enum Outcome {
        DELETED,
        /** It was not there, and nothing asked that it be. */
        ABSENT,
        /** It was not there, and the condition asks that it be. */
        NO_OBJECT,
        CONDITION_FAILED
    }
}
