package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.tag.Tags;

/** A bucket's own tags, which are its branch's; one that names a commit shows them too. */
public interface BucketTaggingUseCase {
    /** The tags: {@code ACCESS_DENIED} without the right to read, {@code NO_SUCH_BUCKET} as for a read. */
    Tags tags(Caller caller, BucketName bucket);

    /**
     * Replaces the tags, or takes them away: {@code ACCESS_DENIED} without the right to administer, {@code READ_ONLY_BUCKET}, {@code
     * NO_SUCH_BUCKET}.
     */
    void setTags(Caller caller, BucketName bucket, Tags tags);
}
