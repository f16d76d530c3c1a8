package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.ListMultipartUploadsUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import java.util.List;

/** Lists the uploads that are under way to a branch. */
public final class ListMultipartUploadsService implements ListMultipartUploadsUseCase {
    private final BranchCatalog branches;
    private final BucketReads reads;
    private final UploadRegistry registry;

    public ListMultipartUploadsService(BranchCatalog branches, CommitReader reader, UploadRegistry registry) {
        this.branches = branches;
        this.reads = new BucketReads(reader);
        this.registry = registry;
    }

    @Override
    public UploadPage listMultipartUploads(Query query) {
        Admission.require(query.caller(), Right.READ, query.bucket());
        if (query.bucket().isReadOnly()) {
            reads.requireBucket(query.bucket());
            return new UploadPage(List.of(), false);
        }
        BranchId branch = query.bucket().branch();
        UploadPage page = registry.list(new UploadQuery(
                branch, query.prefix(), query.delimiter(), query.keyMarker(), query.uploadIdMarker(), query.limit()));
        if (page.entries().isEmpty() && branches.find(branch).isEmpty()) {
            throw BucketFailure.noSuchBucket(query.bucket().toString());
        }
        return page;
    }
}
