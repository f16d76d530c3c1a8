package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.tag.Tags;

/**
 * What is set on buckets, by their branches: tags and CORS rules. A branch of which nothing is known has none of either, and it is not
 * asked whether there is such a branch. Each call is atomic, and durable before it returns; a read sees the whole of what one change
 * left. What cannot be reached throws {@link FileSystemFailure} with {@code FILE_SYSTEM_UNAVAILABLE}, from any method; a change may
 * then have been made, and may be repeated. Safe for many threads.
 */
public interface BucketConfigurationStore {
    /** A branch's tags. */
    Tags tags(BranchId branch);

    /** Replaces a branch's tags; {@link Tags#NONE} takes them away. */
    void setTags(BranchId branch, Tags tags);

    /** A branch's CORS rules, in the order in which they were given. */
    CorsRules corsRules(BranchId branch);

    /** Replaces a branch's CORS rules; {@link CorsRules#NONE} takes them away. */
    void setCorsRules(BranchId branch, CorsRules rules);

    /** Takes away whatever is set on a branch, in one step. */
    void clear(BranchId branch);
}
