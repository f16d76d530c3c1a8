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
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Tells versions by walking back over a branch's commits, since pachd keeps no history by path. That is bounded, for what is shown
 * must be all there is: a branch with more commits than {@link BranchCommits#MOST_COMMITS} is refused, and so is a page before which
 * they changed more files than {@link ChangedNames#MOST_CHANGES}. Memory goes by the page.
 *
 * <p>Each key of a page is searched for through all commits, which costs the server some milliseconds a commit. A page on which that
 * would take too long ends early, and says that there is more.
 */
final class GrpcFileHistory implements FileHistory {
    /** How many commits are searched for a page; at least those for its first key are. */
    static final int MOST_SEARCHED = 1_000;

    private final PfsClient client;
    private final BranchAncestry ancestry;
    private final Descriptions descriptions;
    private final int mostChanges;
    private final int mostSearched;

    GrpcFileHistory(
            PfsClient client, BranchAncestry ancestry, Descriptions descriptions, int mostChanges, int mostSearched) {
        this.client = client;
        this.ancestry = ancestry;
        this.descriptions = descriptions;
        this.mostChanges = mostChanges;
        this.mostSearched = mostSearched;
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
            BranchCommits commits = BranchCommits.of(client, query.branch());
            ChangedNames names = new ChangedNames(client, query, mostChanges);
            names.read(commits.readable());
            return page(query, names.names(), commits);
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }

    /** One search, whatever else the branch holds. */
    @Override
    public List<VersionEntry> newest(BranchId branch, ObjectKey key, int limit) {
        try {
            BranchCommits commits = BranchCommits.of(client, branch);
            if (client.paths().find(key).isEmpty()) {
                return List.of();
            }
            List<VersionEntry> entries = new ArrayList<>();
            for (CommitInfo commit : commits.thatChanged(key, limit)) {
                entries.add(entry(branch, key, commit, entries.isEmpty()));
            }
            return entries;
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, Subject.of(branch, CommitRef.HEAD, key));
        }
    }

    private VersionPage page(VersionQuery query, Collection<String> names, BranchCommits commits)
            throws StatusException {
        List<VersionEntry> entries = new ArrayList<>();
        int searched = 0;
        boolean isCut = false;
        Iterator<String> left = names.iterator();
        while (left.hasNext() && !isCut) {
            String name = left.next();
            if (DelimiterGrouping.commonPrefix(name, query.prefix(), query.delimiter())
                    .isPresent()) {
                entries.add(VersionEntry.commonPrefix(name));
            } else {
                entries.addAll(versionsOf(new ObjectKey(name), query, commits));
                searched += commits.count();
            }
            boolean isLate = !entries.isEmpty() && searched + commits.count() > mostSearched;
            isCut = entries.size() > query.limit() || (isLate && left.hasNext());
        }
        return new VersionPage(entries.subList(0, Math.min(query.limit(), entries.size())), isCut);
    }

    private List<VersionEntry> versionsOf(ObjectKey key, VersionQuery query, BranchCommits commits)
            throws StatusException {
        Optional<CommitId> behind =
                query.after().filter(key.value()::equals).isPresent() ? query.afterVersion() : Optional.empty();
        List<VersionEntry> entries = new ArrayList<>();
        List<CommitInfo> changed = commits.thatChanged(key, BranchCommits.MOST_COMMITS);
        for (int i = 0; i < changed.size() && entries.size() <= query.limit(); i++) {
            CommitInfo commit = changed.get(i);
            if (behind.filter(marker -> !commits.isOlder(commit.id(), marker)).isEmpty()) {
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
