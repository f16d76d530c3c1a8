package io.pfsgateway.domain.access;

import io.pfsgateway.domain.bucket.BranchId;
import java.util.List;
import java.util.Optional;

/**
 * Who makes a request, and what they may do.
 *
 * @param accessKey the key that signed the request, or the name by which the file system knows whoever holds the token; empty for
 *     an anonymous caller
 * @param token what the file system is shown in the caller's name, where it decides itself what they may do
 */
public record Caller(Optional<AccessKey> accessKey, List<Grant> grants, Optional<FileSystemToken> token) {
    /** Anyone, where nobody is asked who they are. */
    public static final Caller UNCHECKED =
            new Caller(Optional.empty(), List.of(new Grant(new BucketPattern("*"), Right.ADMIN)));

    public Caller {
        grants = List.copyOf(grants);
    }

    /** A caller whom the file system does not know. */
    public Caller(Optional<AccessKey> accessKey, List<Grant> grants) {
        this(accessKey, grants, Optional.empty());
    }

    /** Whether any grant gives this right on this branch. */
    public boolean may(Right right, BranchId branch) {
        for (Grant grant : grants) {
            if (grant.right().includes(right) && grant.buckets().matches(branch)) {
                return true;
            }
        }
        return false;
    }
}
