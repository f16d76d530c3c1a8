package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Optional;

/**
 * A page of a branch's files at a commit. An entry is a key, or, with a delimiter, everything up to the first delimiter behind
 * the prefix; entries stand in the order of their UTF-8 bytes, and those after {@code after} are shown.
 *
 * @param prefix what every key starts with; may be empty
 * @param delimiter any text but the empty one
 * @param after the entry, key or common prefix, behind which the page starts
 * @param limit the most entries, 1 or more
 */
public record ListingQuery(
        BranchId branch,
        CommitRef commit,
        String prefix,
        Optional<String> delimiter,
        Optional<String> after,
        int limit) {
    public ListingQuery {
        if (limit < 1) {
            throw RequestFailure.invalidArgument("max-keys", Integer.toString(limit), "A page has at least one entry.");
        }
        if (delimiter.filter(String::isEmpty).isPresent()) {
            throw RequestFailure.invalidArgument("delimiter", "", "A delimiter is not empty.");
        }
    }
}
