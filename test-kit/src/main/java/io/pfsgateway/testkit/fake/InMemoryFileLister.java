package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists by laying out every entry of the commit and cutting the page out of them. */
final class InMemoryFileLister implements FileLister {
    private final Snapshots snapshots;

    InMemoryFileLister(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public ListingPage list(ListingQuery query) {
        Commit commit = snapshots.newest().commit(query.branch(), query.commit());
        // A common prefix is no longer than its first key, and all it stands for follow that one, so entries come in
        // order.
        Map<EntryName, ListingEntry> entries = new LinkedHashMap<>();
        commit.files().forEach((key, file) -> {
            EntryName name = EntryName.of(key, query.prefix(), query.delimiter());
            if (key.value().startsWith(query.prefix()) && name.isAfter(query.after())) {
                entries.put(name, entry(name, file));
            }
        });
        List<ListingEntry> page = entries.values().stream().limit(query.limit()).toList();
        return new ListingPage(commit.info(), page, page.size() < entries.size());
    }

    private static ListingEntry entry(EntryName name, StoredFile file) {
        return name.isCommonPrefix() ? ListingEntry.commonPrefix(name.name()) : ListingEntry.of(file.version());
    }
}
