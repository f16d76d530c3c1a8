package io.pfsgateway.domain.access;

import io.pfsgateway.domain.bucket.BranchId;
import java.util.List;
import java.util.Optional;

/**
 * Who makes a request, and what they may do.
 *
 * @param accessKey the key that signed the request; empty for an anonymous caller
 */
public record Caller(Optional<AccessKey> accessKey, List<Grant> grants) {
    /** Anyone, where nobody is asked who they are. */
    public static final Caller UNCHECKED =
            new Caller(Optional.empty(), List.of(new Grant(new BucketPattern("*"), Right.ADMIN)));

    public Caller {
        grants = List.copyOf(grants);
    }

    /** Whether any grant gives this right on this branch. */
    public boolean may(Right right, BranchId branch) {
        return grants.stream()
                .anyMatch(grant ->
                        grant.right().includes(right) && grant.buckets().matches(branch));
    }
}
