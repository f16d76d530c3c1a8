package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.upload.UploadId;
import java.util.Optional;

/**
 * A page of a branch's uploads: keys ascending in the order of their bytes in UTF-8, and each key's uploads by their ids.
 *
 * @param after the key or common prefix behind which the page starts
 * @param afterUpload with it, the upload of that key behind which the page starts; it need not be there any more
 * @param limit the most entries, 1 or more
 */
public record UploadQuery(
        BranchId branch,
        String prefix,
        Optional<String> delimiter,
        Optional<String> after,
        Optional<UploadId> afterUpload,
        int limit) {
    public UploadQuery {
        if (limit < 1) {
            throw RequestFailure.invalidArgument(
                    "max-uploads", Integer.toString(limit), "A page has at least one entry.");
        }
        if (afterUpload.isPresent() && after.isEmpty()) {
            throw RequestFailure.invalidArgument(
                    "upload-id-marker", afterUpload.get().value(), "An upload-id marker needs a key marker.");
        }
        if (delimiter.filter(String::isEmpty).isPresent()) {
            throw RequestFailure.invalidArgument("delimiter", "", "A delimiter is not empty.");
        }
    }
}
