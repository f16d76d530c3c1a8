package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.tag.Tags;
import java.util.Optional;

/** Gives an object other tags in one atomic commit; its bytes and whatever else is kept with it stay. */
public interface PutObjectTaggingUseCase {
    /**
     * What to tag.
     *
     * @param version a version; any but the newest is {@code NOT_IMPLEMENTED}
     * @param tags all tags that the object will have; none takes them away
     */
    record Command(Caller caller, BucketName bucket, ObjectKey key, Optional<CommitRef> version, Tags tags) {}

    /** The commit that wrote the object with these tags, where the file system tells. */
    record Result(Optional<CommitId> versionId) {}

    /**
     * Tags: {@code NO_SUCH_KEY}, {@code NO_SUCH_VERSION} and {@code DELETE_MARKER} as for a read; {@code CHANGED_MEANWHILE} when
     * others kept changing the object. No commit is made where the object has these tags already.
     */
    Result putObjectTagging(Command command);
}
