package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.upload.UploadId;
import java.util.Optional;

/** Lists the uploads of a bucket that are under way. */
public interface ListMultipartUploadsUseCase {
    /**
     * A page of uploads.
     *
     * @param keyMarker the key or common prefix behind which the page starts
     * @param uploadIdMarker with it, the upload of that key behind which the page starts
     * @param limit the most entries, 1 to 1,000
     */
    record Query(
            Caller caller,
            BucketName bucket,
            String prefix,
            Optional<String> delimiter,
            Optional<String> keyMarker,
            Optional<UploadId> uploadIdMarker,
            int limit) {}

    /** Lists: {@code NO_SUCH_BUCKET} when the branch is not there; a bucket that is a commit has no uploads. */
    UploadPage listMultipartUploads(Query query);
}
