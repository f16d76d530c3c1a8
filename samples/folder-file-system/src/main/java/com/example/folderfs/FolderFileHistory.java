package com.example.folderfs;

import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;

/** The history of what has none: each file once, as the head holds it. */
final class FolderFileHistory implements FileHistory {
    private final Folder folder;

    FolderFileHistory(Folder folder) {
        this.folder = folder;
    }

    @Override
    public VersionPage versions(VersionQuery query) {
        FolderState state = folder.state(query.branch());
        // Behind the one version of a key comes the next key, as without the marker; but it must be that version.
        query.afterVersion()
                .ifPresent(
                        marker -> state.at(CommitRef.to(marker), query.after().orElse("")));
        ListingPage page = FolderPage.of(
                state,
                new ListingQuery(
                        query.branch(),
                        CommitRef.HEAD,
                        query.prefix(),
                        query.delimiter(),
                        query.after(),
                        query.limit()));
        return new VersionPage(
                page.entries().stream().map(entry -> versionOf(entry, state)).toList(), page.more());
    }

    private static VersionEntry versionOf(ListingEntry entry, FolderState state) {
        return entry.file()
                .map(file -> VersionEntry.version(state.commit(), true, file))
                .orElseGet(() -> VersionEntry.commonPrefix(entry.name()));
    }
}
