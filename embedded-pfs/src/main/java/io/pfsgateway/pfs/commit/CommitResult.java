package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.CommitInfo;
import io.pfsgateway.pfs.model.FileRow;
import java.util.List;
import java.util.Optional;

/**
 * What became of a commit: its record, unless nothing changed and so none was made, and the outcomes in the order of the
 * changes. {@code repeated} says that a commit with the same token had been made before, and this is that one.
 */
public record CommitResult(Optional<CommitInfo> commit, List<ChangeOutcome> outcomes, boolean repeated) {
    public CommitResult {
        outcomes = List.copyOf(outcomes);
    }

    /** The row of the only file that was written. */
    public FileRow row() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.row().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No file was written"));
    }
}
