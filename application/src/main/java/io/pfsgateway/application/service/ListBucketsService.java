package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.ListBucketsUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.listing.BucketListToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks the catalog in pages of its own until the caller's page is full, so that no list of all branches is ever held. */
public final class ListBucketsService implements ListBucketsUseCase {
    private static final int CATALOG_PAGE = 1000;

    private final BranchCatalog branches;

    public ListBucketsService(BranchCatalog branches) {
        this.branches = branches;
    }

    @Override
    public Result listBuckets(Query query) {
        Optional<BranchId> after =
                query.continuationToken().map(BucketListToken::parse).map(BucketListToken::after);
        List<BranchInfo> found = find(query, after);
        if (found.size() <= query.limit()) {
            return new Result(found, Optional.empty());
        }
        List<BranchInfo> page = List.copyOf(found.subList(0, query.limit()));
        BranchId last = page.get(page.size() - 1).id();
        return new Result(page, Optional.of(new BucketListToken(last).text()));
    }

    /** The buckets to be shown, and one more if there is one, which tells that a page follows. */
    private List<BranchInfo> find(Query query, Optional<BranchId> start) {
        List<BranchInfo> found = new ArrayList<>();
        Optional<BranchId> after = start;
        while (true) {
            List<BranchInfo> page = branches.list(after, CATALOG_PAGE);
            for (BranchInfo branch : page) {
                if (isShown(branch.id(), query)) {
                    found.add(branch);
                }
                if (found.size() > query.limit()) {
                    return found;
                }
            }
            if (page.size() < CATALOG_PAGE) {
                return found;
            }
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    private static boolean isShown(BranchId branch, Query query) {
        return branch.bucketName().startsWith(query.prefix()) && query.caller().may(Right.READ, branch);
    }
}
