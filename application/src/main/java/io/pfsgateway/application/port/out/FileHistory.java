package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import java.util.List;
import java.util.Optional;

/** The versions that a branch's files have had, deletions among them, back through the branches that it left from. */
public interface FileHistory {
    /**
     * A page of versions as of the branch's head. It may end early, having at least one entry, and say that there is more.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when {@code afterVersion} is not a commit of the branch
     * @throws RequestFailure with {@code NOT_IMPLEMENTED} when the file system cannot tell within its bounds
     */
    VersionPage versions(VersionQuery query);

    /**
     * The newest versions of one object, newest first, this many at most; none where there never was one. As this is written it reads
     * a page, of which they come first; a file system that finds an object's versions without the others' does so.
     *
     * @param limit 1 or more
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws RequestFailure with {@code NOT_IMPLEMENTED} when the file system cannot tell within its bounds
     */
    default List<VersionEntry> newest(BranchId branch, ObjectKey key, int limit) {
        // Nothing that begins with the key is smaller.
        return versions(new VersionQuery(
                        branch, key.value(), Optional.empty(), Optional.empty(), Optional.empty(), limit))
                .entries()
                .stream()
                .filter(entry -> entry.name().equals(key.value()))
                .toList();
    }
}
