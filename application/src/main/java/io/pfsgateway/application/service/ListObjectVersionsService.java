package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.ListObjectVersionsUseCase;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import java.util.function.Supplier;

/**
 * Lists the history of a branch. A bucket that is a commit has no history of its own: it shows each of its objects once, in the
 * version that it holds.
 */
public final class ListObjectVersionsService implements ListObjectVersionsUseCase {
    private final FileHistory history;
    private final FileLister lister;
    private final CommitReader reader;

    public ListObjectVersionsService(FileHistory history, FileLister lister, CommitReader reader) {
        this.history = history;
        this.lister = lister;
        this.reader = reader;
    }

    @Override
    public VersionPage listObjectVersions(Query query) {
        Admission.require(query.caller(), Right.READ, query.bucket());
        VersionQuery versions = new VersionQuery(
                query.bucket().branch(),
                query.prefix(),
                query.delimiter(),
                query.keyMarker(),
                query.versionMarker(),
                query.limit());
        if (query.bucket().isReadOnly()) {
            return ofOneCommit(query);
        }
        return markerChecked(query, () -> history.versions(versions));
    }

    private VersionPage ofOneCommit(Query query) {
        CommitRef ref = query.bucket().defaultRef();
        ListingPage page = BucketReads.bucketCommit(
                query.bucket(),
                () -> lister.list(new ListingQuery(
                        query.bucket().branch(),
                        ref,
                        query.prefix(),
                        query.delimiter(),
                        query.keyMarker(),
                        query.limit())));
        // A key has one version here, so nothing of the marker's own key follows; but the marker must be one all the
        // same.
        query.versionMarker()
                .ifPresent(marker ->
                        markerChecked(query, () -> reader.resolve(query.bucket().branch(), CommitRef.to(marker))));
        return new VersionPage(
                page.entries().stream()
                        .map(ListObjectVersionsService::versionOf)
                        .toList(),
                page.more());
    }

    private static VersionEntry versionOf(ListingEntry entry) {
        return entry.file()
                .map(file -> VersionEntry.version(writerOf(file), true, file))
                .orElseGet(() -> VersionEntry.commonPrefix(entry.name()));
    }

    private static CommitInfo writerOf(FileVersion file) {
        return new CommitInfo(file.commit(), file.lastModified());
    }

    private static <T> T markerChecked(Query query, Supplier<T> read) {
        try {
            return read.get();
        } catch (KeyFailure failure) {
            if (failure.kind() == FailureKind.NO_SUCH_VERSION) {
                throw RequestFailure.invalidArgument(
                        "version-id-marker",
                        query.versionMarker().map(CommitId::value).orElse(""),
                        "The version id marker is not a version of this bucket.");
            }
            throw failure;
        }
    }
}
