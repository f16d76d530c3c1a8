package com.example.folderfs;

import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

/** A page of a state, cut out of its keys in their order: a common prefix stands where the first key below it stood. */
final class FolderPage {
    private final FolderState state;
    private final ListingQuery query;
    private final List<ListingEntry> entries = new ArrayList<>();

    private FolderPage(FolderState state, ListingQuery query) {
        this.state = state;
        this.query = query;
    }

    static ListingPage of(FolderState state, ListingQuery query) {
        return new FolderPage(state, query).cut();
    }

    private ListingPage cut() {
        for (Entry<ObjectKey, FolderEntry> file : state.files().entrySet()) {
            ObjectKey key = file.getKey();
            if (key.value().startsWith(query.prefix()) && isNew(name(key))) {
                if (entries.size() == query.limit()) {
                    return new ListingPage(state.commit(), entries, true);
                }
                entries.add(
                        isRolledUp(key)
                                ? ListingEntry.commonPrefix(name(key))
                                : ListingEntry.of(state.version(key, file.getValue())));
            }
        }
        return new ListingPage(state.commit(), entries, false);
    }

    private boolean isRolledUp(ObjectKey key) {
        return query.delimiter()
                .filter(text -> key.value().indexOf(text, query.prefix().length()) >= 0)
                .isPresent();
    }

    private String name(ObjectKey key) {
        return query.delimiter()
                .filter(text -> isRolledUp(key))
                .map(text -> key.value()
                        .substring(0, key.value().indexOf(text, query.prefix().length()) + text.length()))
                .orElse(key.value());
    }

    private boolean isNew(String name) {
        boolean isBehind = query.after()
                .filter(after -> ObjectKey.compareUtf8(name, after) <= 0)
                .isEmpty();
        return isBehind
                && (entries.isEmpty() || !entries.get(entries.size() - 1).name().equals(name));
    }
}
