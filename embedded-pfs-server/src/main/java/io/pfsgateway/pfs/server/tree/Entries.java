package io.pfsgateway.pfs.server.tree;

import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.listing.ListPage;
import io.pfsgateway.pfs.listing.Lister;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** All entries of a listing, read page by page. */
final class Entries implements Answers<ListEntry> {
    private static final int PAGE = 1_000;

    private final Lister lister;
    private final CommitAt commit;
    private final Grouping grouping;
    private final int pageSize;
    private Optional<Bytes> after;
    private Iterator<ListEntry> page = List.<ListEntry>of().iterator();
    private boolean more = true;

    Entries(Lister lister, CommitAt commit, Grouping grouping, Optional<Bytes> after) {
        this(lister, commit, grouping, after, PAGE);
    }

    Entries(Lister lister, CommitAt commit, Grouping grouping, Optional<Bytes> after, int pageSize) {
        this.lister = lister;
        this.commit = commit;
        this.grouping = grouping;
        this.after = after;
        this.pageSize = pageSize;
    }

    @Override
    public Optional<ListEntry> next() {
        if (!page.hasNext() && more) {
            turn();
        }
        if (!page.hasNext()) {
            return Optional.empty();
        }
        ListEntry entry = page.next();
        after = Optional.of(entry.name());
        return Optional.of(entry);
    }

    private void turn() {
        ListPage next = lister.list(commit.readBranch(), commit.readRef(), grouping, after, pageSize);
        page = next.entries().iterator();
        more = next.truncated();
    }
}
