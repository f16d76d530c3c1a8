package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.failure.BucketFailure;
import java.util.List;
import java.util.Optional;

/** The branches that there are. Each change is one atomic, durable step. */
public interface BranchCatalog {
    /** What became of a wish for a branch. */
    enum Creation {
        CREATED,
        ALREADY_THERE
    }

    /**
     * Makes an empty branch, and its repository where that is missing. A branch made again under an old name does not see what
     * the old one held. It may be repeated.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the project is missing
     */
    Creation create(BranchId branch);

    /**
     * Deletes a branch whatever it holds, and the repository with its last branch. Reads under way go on to their end.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when it is not there, with {@code BRANCH_IN_USE} when others depend on it
     */
    void delete(BranchId branch);

    /** The branch, if it is there. */
    Optional<BranchInfo> find(BranchId branch);

    /**
     * Whether a write to a branch is worth reading a body for. A branch that was there at some time may count, since the commit
     * decides: it is refused where the branch has gone.
     */
    default boolean isExpected(BranchId branch) {
        return find(branch).isPresent();
    }

    /**
     * A page of all branches of user repositories in their order; internal repositories never show.
     *
     * @param after the branch behind which the page starts; it need not be there
     * @param limit the most branches, 1 or more; fewer mean that there are no more
     */
    List<BranchInfo> list(Optional<BranchId> after, int limit);
}
