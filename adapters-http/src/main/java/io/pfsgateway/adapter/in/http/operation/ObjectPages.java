package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.listing.ListingPage;
import java.util.List;
import java.util.Optional;

/** Pages of objects as both listings ask for them. A page of no entries is S3's way to ask for nothing at all. */
final class ObjectPages {
    private final ListObjectsUseCase listObjects;

    ObjectPages(ListObjectsUseCase listObjects) {
        this.listObjects = listObjects;
    }

    ListingPage page(
            Call call,
            BucketName bucket,
            ListingParameters parameters,
            Optional<String> after,
            Optional<CommitId> pinnedTo) {
        ListingPage page = listObjects.listObjects(new ListObjectsUseCase.Query(
                call.caller(),
                bucket,
                parameters.prefix(),
                parameters.delimiter(),
                after,
                pinnedTo,
                Math.max(1, parameters.limit())));
        return parameters.limit() == 0 ? new ListingPage(page.commit(), List.of(), false) : page;
    }
}
