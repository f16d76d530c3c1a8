package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells versions by walking the head's line of commits. */
final class InMemoryFileHistory implements FileHistory {
    private final Snapshots snapshots;

    InMemoryFileHistory(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public VersionPage versions(VersionQuery query) {
        Snapshot snapshot = snapshots.newest();
        Commit head = snapshot.branch(query.branch()).head();
        Set<CommitId> newerThanMarker = query.afterVersion()
                .map(marker -> snapshot.commit(query.branch(), CommitRef.to(marker)))
                .map(marker -> fromHeadDownTo(head, marker.id()))
                .orElse(Set.of());
        List<VersionEntry> entries = new ArrayList<>();
        changesByKey(head).forEach((key, changes) -> {
            if (key.value().startsWith(query.prefix())) {
                addEntries(entries, query, key, changes, newerThanMarker);
            }
        });
        List<VersionEntry> page = entries.stream().limit(query.limit()).toList();
        return new VersionPage(page, page.size() < entries.size());
    }

    private static Set<CommitId> fromHeadDownTo(Commit head, CommitId marker) {
        Set<CommitId> newer =
                head.line().map(Commit::id).takeWhile(id -> !id.equals(marker)).collect(Collectors.toSet());
        newer.add(marker);
        return newer;
    }

    /** Every change to every key, newest first. */
    private static NavigableMap<ObjectKey, List<Change>> changesByKey(Commit head) {
        NavigableMap<ObjectKey, List<Change>> byKey = new TreeMap<>();
        head.line()
                .forEach(commit -> commit.changes()
                        .forEach((key, change) -> byKey.computeIfAbsent(key, unseen -> new ArrayList<>())
                                .add(change)));
        return byKey;
    }

    private static boolean endsWith(List<VersionEntry> entries, VersionEntry last) {
        return !entries.isEmpty() && entries.get(entries.size() - 1).equals(last);
    }

    private static void addEntries(
            List<VersionEntry> entries,
            VersionQuery query,
            ObjectKey key,
            List<Change> changes,
            Set<CommitId> newerThanMarker) {
        EntryName name = EntryName.of(key, query.prefix(), query.delimiter());
        if (name.isCommonPrefix()) {
            VersionEntry prefix = VersionEntry.commonPrefix(name.name());
            if (name.isAfter(query.after()) && !endsWith(entries, prefix)) {
                entries.add(prefix);
            }
            return;
        }
        boolean isMarked = query.afterVersion().isPresent() && query.after().equals(Optional.of(key.value()));
        if (!isMarked && !name.isAfter(query.after())) {
            return;
        }
        for (int i = 0; i < changes.size(); i++) {
            if (!isMarked || !newerThanMarker.contains(changes.get(i).commit().id())) {
                entries.add(changes.get(i).entry(i == 0));
            }
        }
    }
}
