package com.example.folderfs;

import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;

/** Lists the folder as it is: a listing whose pages the folder changed between is refused the page after the change. */
final class FolderFileLister implements FileLister {
    private final Folder folder;

    FolderFileLister(Folder folder) {
        this.folder = folder;
    }

    @Override
    public ListingPage list(ListingQuery query) {
        return FolderPage.of(folder.state(query.branch()).at(query.commit(), ""), query);
    }
}
