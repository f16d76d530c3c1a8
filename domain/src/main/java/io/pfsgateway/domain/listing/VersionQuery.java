package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Optional;

/**
 * A page of a branch's history by key: keys ascending, and each key's versions, deletions among them, newest first.
 *
 * @param after the key or common prefix behind which the page starts
 * @param afterVersion with it, the version of that key behind which the page starts, older ones following
 * @param limit the most entries, 1 or more
 */
public record VersionQuery(
        BranchId branch,
        String prefix,
        Optional<String> delimiter,
        Optional<String> after,
        Optional<CommitId> afterVersion,
        int limit) {
    public VersionQuery {
        if (limit < 1) {
            throw RequestFailure.invalidArgument("max-keys", Integer.toString(limit), "A page has at least one entry.");
        }
        if (afterVersion.isPresent() && after.isEmpty()) {
            throw RequestFailure.invalidArgument(
                    "version-id-marker", afterVersion.get().value(), "A version-id marker needs a key marker.");
        }
        if (delimiter.filter(String::isEmpty).isPresent()) {
            throw RequestFailure.invalidArgument("delimiter", "", "A delimiter is not empty.");
        }
    }
}
