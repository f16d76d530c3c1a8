package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.listing.ContinuationToken;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;

/** Lists objects at the commit that a token pins, else at the one that the bucket shows. */
public final class ListObjectsService implements ListObjectsUseCase {
    private final FileLister lister;
    private final LastModifiedRule lastModified;

    public ListObjectsService(FileLister lister, LastModifiedRule lastModified) {
        this.lister = lister;
        this.lastModified = lastModified;
    }

    @Override
    public ListingPage listObjects(Query query) {
        Admission.require(query.caller(), Right.READ, query.bucket());
        return shown(find(query));
    }

    private ListingPage find(Query query) {
        if (query.bucket().commit().isPresent()) {
            requirePinnedToBucket(query);
            return BucketReads.bucketCommit(
                    query.bucket(), () -> list(query, query.bucket().defaultRef()));
        }
        if (query.pinnedTo().isEmpty()) {
            return list(query, CommitRef.HEAD);
        }
        return listPinned(query, query.pinnedTo().get());
    }

    private static void requirePinnedToBucket(Query query) {
        query.pinnedTo()
                .filter(pinned -> !query.bucket().commit().equals(query.pinnedTo()))
                .ifPresent(foreign -> {
                    throw ContinuationToken.invalid(foreign.value());
                });
    }

    private ListingPage listPinned(Query query, CommitId pinned) {
        try {
            return list(query, CommitRef.to(pinned));
        } catch (KeyFailure failure) {
            if (failure.kind() == FailureKind.NO_SUCH_VERSION) {
                throw ContinuationToken.invalid(pinned.value());
            }
            throw failure;
        }
    }

    private ListingPage list(Query query, CommitRef ref) {
        return lister.list(new ListingQuery(
                query.bucket().branch(), ref, query.prefix(), query.delimiter(), query.after(), query.limit()));
    }

    private ListingPage shown(ListingPage page) {
        return new ListingPage(
                page.commit(),
                page.entries().stream().map(entry -> shown(entry, page)).toList(),
                page.more());
    }

    private ListingEntry shown(ListingEntry entry, ListingPage page) {
        return new ListingEntry(entry.name(), entry.file().map(file -> lastModified.shown(file, page.commit())));
    }
}
