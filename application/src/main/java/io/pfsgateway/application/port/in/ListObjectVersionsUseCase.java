package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.listing.VersionPage;
import java.util.Optional;

/** Lists the versions of a bucket's objects, deletions among them, a page at a time. */
public interface ListObjectVersionsUseCase {
    /**
     * A page of versions.
     *
     * @param keyMarker the key or common prefix behind which the page starts
     * @param versionMarker with it, the version of that key behind which the page starts
     * @param limit the most entries, 1 to 1,000
     */
    record Query(
            Caller caller,
            BucketName bucket,
            String prefix,
            Optional<String> delimiter,
            Optional<String> keyMarker,
            Optional<CommitId> versionMarker,
            int limit) {}

    /** Lists: {@code NO_SUCH_BUCKET} when the branch is not there, {@code INVALID_ARGUMENT} for a version marker that is not its. */
    VersionPage listObjectVersions(Query query);
}
