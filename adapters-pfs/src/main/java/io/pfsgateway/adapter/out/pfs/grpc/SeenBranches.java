package io.pfsgateway.adapter.out.pfs.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pfsgateway.domain.bucket.BranchId;

/**
 * Branches that this gateway made, wrote to or was asked for, so that a write to one of them need not ask whether it is there before
 * it reads a body. One that somebody else deletes counts until a write finds it gone, which is refused then. The ten thousand that
 * were used last are kept. Safe for many threads.
 */
final class SeenBranches {
    private static final int MOST = 10_000;

    private final Cache<BranchId, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MOST).build();

    void note(BranchId branch) {
        seen.put(branch, true);
    }

    void forget(BranchId branch) {
        seen.invalidate(branch);
    }

    boolean has(BranchId branch) {
        return seen.getIfPresent(branch) != null;
    }
}
