package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;

/** Where a listing reads the entries of a commit behind a marker from. */
interface EntrySource {
    EntryStream open(Commit at, String marker);

    /**
     * Told when a page is full. What follows begins with the last entry that was taken.
     *
     * @param lastShown the name of the last entry that the page shows, which is the one before
     */
    default void leave(EntryStream stream, FileInfo last, String lastShown) {}
}
