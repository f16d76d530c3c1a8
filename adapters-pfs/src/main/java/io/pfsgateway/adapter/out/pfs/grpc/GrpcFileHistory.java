package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.DelimiterGrouping;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells versions by walking back over a branch's commits, since pachd keeps no history by path. That is bounded: a branch with
 * more commits than {@link KeyChanges#MOST_COMMITS} is refused, for what is shown must be all there is.
 */
final class GrpcFileHistory implements FileHistory {
    private final PfsClient client;
    private final BranchAncestry ancestry;
    private final Descriptions descriptions;

    GrpcFileHistory(PfsClient client, BranchAncestry ancestry, Descriptions descriptions) {
        this.client = client;
        this.ancestry = ancestry;
        this.descriptions = descriptions;
    }

    @Override
    public VersionPage versions(VersionQuery query) {
        Subject subject = Subject.of(query.branch(), CommitRef.HEAD);
        query.afterVersion()
                .ifPresent(id -> ancestry.require(
                        id,
                        new Subject(
                                query.branch(), CommitRef.to(id), query.after().orElse(""))));
        try {
            List<VersionEntry> entries = entries(query, KeyChanges.of(client, query.branch(), query.prefix()));
            boolean more = entries.size() > query.limit();
            return new VersionPage(more ? entries.subList(0, query.limit()) : entries, more);
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }

    private List<VersionEntry> entries(VersionQuery query, KeyChanges changes) throws StatusException {
        List<VersionEntry> entries = new ArrayList<>();
        String last = "";
        for (ObjectKey key : changes.keys()) {
            if (entries.size() > query.limit()) {
                return entries;
            }
            String name = key.value();
            Optional<String> group = DelimiterGrouping.commonPrefix(name, query.prefix(), query.delimiter());
            if (group.isPresent()) {
                if (!group.get().equals(last) && isBehind(group.get(), query)) {
                    entries.add(VersionEntry.commonPrefix(group.get()));
                    last = group.get();
                }
            } else if (isBehind(name, query) || isMarked(name, query)) {
                entries.addAll(versionsOf(key, query, changes));
            }
        }
        return entries;
    }

    private static boolean isBehind(String name, VersionQuery query) {
        return query.after().isEmpty()
                || ObjectKey.compareUtf8(name, query.after().get()) > 0;
    }

    /** Whether the page starts among the versions of this key. */
    private static boolean isMarked(String name, VersionQuery query) {
        return query.afterVersion().isPresent()
                && query.after().filter(name::equals).isPresent();
    }

    private List<VersionEntry> versionsOf(ObjectKey key, VersionQuery query, KeyChanges changes)
            throws StatusException {
        Optional<CommitId> behind = isMarked(key.value(), query) ? query.afterVersion() : Optional.empty();
        List<VersionEntry> entries = new ArrayList<>();
        List<CommitInfo> commits = changes.of(key);
        for (int i = 0; i < commits.size() && entries.size() <= query.limit(); i++) {
            CommitInfo commit = commits.get(i);
            if (behind.filter(marker -> !changes.isOlder(commit.id(), marker)).isEmpty()) {
                entries.add(entry(query.branch(), key, commit, i == 0));
            }
        }
        return entries;
    }

    private VersionEntry entry(BranchId branch, ObjectKey key, CommitInfo commit, boolean latest)
            throws StatusException {
        Optional<FileInfo> info = client.inspectFile(
                PfsMessages.commit(branch, commit.id()), client.paths().of(key));
        if (info.isEmpty()) {
            return VersionEntry.deletion(key.value(), commit, latest);
        }
        FileState file = FileVersions.state(info.get(), commit, key);
        return VersionEntry.version(commit, latest, FileVersions.version(file, descriptions.of(branch, file)));
    }
}
