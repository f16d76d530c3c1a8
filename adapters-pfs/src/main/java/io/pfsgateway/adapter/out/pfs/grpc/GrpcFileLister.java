package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists pages, most often in one round trip, whatever page it is: a page without a delimiter is a stretch of all paths, and may go on
 * with what the one before has begun; one with a slash is a stretch of a directory. Where a stretch holds too little that is shown, as among many directories, the next one is read, at
 * the same commit. Any other delimiter costs a round trip for each group that it makes. A page that finds nothing costs one more,
 * for the commit that was read.
 */
final class GrpcFileLister implements FileLister {
    private final CommitReader reader;
    private final BranchAncestry ancestry;
    private final FileVersions versions;
    private final Descriptions descriptions;
    private final Heads heads;
    private final ListingScan scan;

    GrpcFileLister(
            PfsClient client,
            CommitReader reader,
            BranchAncestry ancestry,
            Descriptions descriptions,
            WaitingWalks walks) {
        this.reader = reader;
        this.ancestry = ancestry;
        this.versions = new FileVersions(client);
        this.descriptions = descriptions;
        this.heads = new Heads(client);
        this.scan = new ListingScan(new FilePages(client), client.paths(), walks);
    }

    @Override
    public ListingPage list(ListingQuery query) {
        Subject subject = Subject.of(query.branch(), query.commit());
        query.commit().base().ifPresent(id -> ancestry.require(id, subject));
        try {
            return page(query, scan.entries(query));
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) != PachdMessage.PATH_COLLISION) {
                throw GrpcFailures.of(failed, subject);
            }
            return listInstead(query);
        }
    }

    /** The commit came to nothing. If it is the head, what the next one starts from stands for it. */
    private ListingPage listInstead(ListingQuery query) {
        if (!query.commit().equals(CommitRef.HEAD)) {
            throw KeyFailure.noSuchVersion("", query.commit().toString());
        }
        CommitId good = PfsMessages.commitId(heads.lastGood(query.branch()).getCommit());
        ancestry.remember(query.branch(), good);
        return list(new ListingQuery(
                query.branch(), CommitRef.to(good), query.prefix(), query.delimiter(), query.after(), query.limit()));
    }

    private ListingPage page(ListingQuery query, ListingScan.Found found) {
        CommitInfo commit = found.read()
                .map(info -> versions.commitOf(info, Subject.of(query.branch(), query.commit())))
                .orElseGet(() -> reader.resolve(query.branch(), query.commit()));
        if (query.commit().equals(CommitRef.HEAD)) {
            ancestry.remember(query.branch(), commit.id());
        }
        List<ListingScan.Entry> all = found.entries();
        List<ListingScan.Entry> shown = all.subList(0, Math.min(query.limit(), all.size()));
        return new ListingPage(commit, entries(query.branch(), shown, commit), all.size() > query.limit());
    }

    private List<ListingEntry> entries(BranchId branch, List<ListingScan.Entry> shown, CommitInfo commit) {
        List<FileState> files = shown.stream()
                .filter(entry -> !entry.isPrefix())
                .map(entry -> FileVersions.state(entry.info(), commit, new ObjectKey(entry.name())))
                .toList();
        List<FileDescription> described = files.isEmpty() ? List.of() : descriptions.ofAll(branch, files);
        List<ListingEntry> entries = new ArrayList<>();
        int next = 0;
        for (ListingScan.Entry entry : shown) {
            if (entry.isPrefix()) {
                entries.add(ListingEntry.commonPrefix(entry.name()));
            } else {
                entries.add(ListingEntry.of(FileVersions.version(files.get(next), described.get(next))));
                next++;
            }
        }
        return entries;
    }
}
