package io.pfsgateway.adapter.out.pfs.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ContentHash;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Branches that this gateway made, wrote to or was asked for, so that a write to one of them need not ask whether it is there before
 * it reads a body. Each is known to whoever met it, by the token that the server was asked with: who may not see it is refused
 * before his body is read. One that somebody else deletes counts until a write finds it gone, which is refused then. Ten thousand
 * at most are kept. Safe for many threads.
 */
final class SeenBranches {
    private static final int MOST = 10_000;

    private final Supplier<Optional<String>> token;
    private final Cache<Seen, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Who has met a branch, by the hash of a token. */
    private record Seen(BranchId branch, Optional<ContentHash> caller) {}

    /** For branches that are asked for in the name of whoever has this token at the time. */
    SeenBranches(Supplier<Optional<String>> token) {
        this.token = token;
    }

    void note(BranchId branch) {
        seen.put(here(branch), true);
    }

    boolean has(BranchId branch) {
        return seen.getIfPresent(here(branch)) != null;
    }

    private Seen here(BranchId branch) {
        return new Seen(branch, token.get().map(Sha256::of));
    }

    /** Nobody has met it any more. */
    void forget(BranchId branch) {
        seen.asMap().keySet().removeIf(each -> each.branch().equals(branch));
    }

    /** What a step of a write to a branch answers; the branch is forgotten where the step finds it gone. */
    <T> T during(BranchId branch, Supplier<T> step) {
        try {
            return step.get();
        } catch (GatewayFailure failure) {
            if (failure.kind() == FailureKind.NO_SUCH_BUCKET) {
                forget(branch);
            }
            throw failure;
        }
    }
}
