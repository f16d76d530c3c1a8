package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;

/** A page of all that is below a prefix, which goes on with the walk of the page before it where that still waits. */
final class FollowedPages implements EntrySource {
    private final FilePages pages;
    private final WaitingWalks walks;
    private final PageMarkers markers;
    private final ListingQuery query;
    private final String end;
    private final int number;

    /**
     * @param end behind what is wanted
     * @param number the most entries that the server is to send in one walk
     */
    FollowedPages(
            FilePages pages, WaitingWalks walks, PageMarkers markers, ListingQuery query, String end, int number) {
        this.pages = pages;
        this.walks = walks;
        this.markers = markers;
        this.query = query;
        this.end = end;
        this.number = number;
    }

    @Override
    public EntryStream open(Commit at, String marker) {
        return CommitId.tryParse(at.getId())
                .flatMap(commit -> walks.take(place(commit, marker)))
                .orElseGet(() -> pages.walk(at, marker, end, number));
    }

    @Override
    public void leave(EntryStream stream, FileInfo last, String lastShown) {
        // What is open may still change.
        if (isFollowedByCommit() && last.hasCommitted()) {
            CommitId commit = PfsMessages.commitId(last.getFile().getCommit());
            walks.leave(place(commit, markers.behind(query, lastShown)), stream, last);
        }
    }

    /** Who asks for the head behind a key will ask for whatever is the head then, again. */
    private boolean isFollowedByCommit() {
        return query.commit().base().isPresent() || query.after().isEmpty();
    }

    private WaitingWalks.Place place(CommitId commit, String marker) {
        return new WaitingWalks.Place(query.branch(), commit, marker, end);
    }
}
