package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A node of a line of commits: its own changes, and the commit before it. A class, since a record's equality would walk the line. */
final class Commit {
    private final CommitInfo info;
    private final Optional<Commit> parent;
    private final Optional<String> token;
    private final Map<ObjectKey, Change> changes;

    private Commit(CommitInfo info, Optional<Commit> parent, Optional<String> token, Map<ObjectKey, Change> changes) {
        this.info = info;
        this.parent = parent;
        this.token = token;
        this.changes = Map.copyOf(changes);
    }

    static Commit first(CommitInfo info) {
        return new Commit(info, Optional.empty(), Optional.empty(), Map.of());
    }

    Commit next(CommitInfo nextInfo, Map<ObjectKey, Change> nextChanges, Optional<String> nextToken) {
        return new Commit(nextInfo, Optional.of(this), nextToken, nextChanges);
    }

    CommitInfo info() {
        return info;
    }

    CommitId id() {
        return info.id();
    }

    Map<ObjectKey, Change> changes() {
        return changes;
    }

    /** This commit and all before it, newest first. */
    Stream<Commit> line() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, commit -> commit.flatMap(one -> one.parent))
                .flatMap(Optional::stream);
    }

    Optional<Commit> resolve(CommitRef ref) {
        return line().dropWhile(commit ->
                        ref.base().filter(id -> !id.equals(commit.id())).isPresent())
                .skip(ref.ancestors())
                .findFirst();
    }

    Optional<Commit> withToken(String wanted) {
        return line().filter(commit -> commit.token.filter(wanted::equals).isPresent())
                .findFirst();
    }

    /** The newest change to a key, as of this commit. */
    Optional<Change> newestChange(ObjectKey key) {
        return line().flatMap(commit -> Optional.ofNullable(commit.changes.get(key)).stream())
                .findFirst();
    }

    Optional<StoredFile> file(ObjectKey key) {
        return newestChange(key).flatMap(Change::file);
    }

    /** The commit that deleted a file, where that is its newest change. */
    Optional<CommitId> deletion(ObjectKey key) {
        return newestChange(key)
                .filter(change -> change.file().isEmpty())
                .map(change -> change.commit().id());
    }

    /** Every file there is at this commit. */
    NavigableMap<ObjectKey, StoredFile> files() {
        Map<ObjectKey, Change> newest = new TreeMap<>();
        line().forEach(commit -> commit.changes.forEach(newest::putIfAbsent));
        NavigableMap<ObjectKey, StoredFile> files = new TreeMap<>();
        newest.forEach((key, change) -> change.file().ifPresent(file -> files.put(key, file)));
        return files;
    }
}
