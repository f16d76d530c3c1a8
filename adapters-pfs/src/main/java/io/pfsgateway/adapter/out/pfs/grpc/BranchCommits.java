package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FindCommitsResponse;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commits of a branch, newest first, and which of them changed a key. Those that came to nothing, or are open, changed none. */
final class BranchCommits {
    /** How many commits are walked over. */
    static final int MOST_COMMITS = 1000;

    private final PfsClient client;
    private final BranchId branch;
    private final Map<CommitId, Integer> places = new HashMap<>();
    private final Map<CommitId, CommitInfo> good = new LinkedHashMap<>();

    private BranchCommits(PfsClient client, BranchId branch, List<io.pfsgateway.pfs.protocol.CommitInfo> all) {
        this.client = client;
        this.branch = branch;
        for (io.pfsgateway.pfs.protocol.CommitInfo info : all) {
            CommitId id = PfsMessages.commitId(info.getCommit());
            places.put(id, places.size());
            if (info.getError().isEmpty() && info.hasFinishing()) {
                good.put(id, PfsMessages.commitInfo(info));
            }
        }
    }

    /**
     * Walks back from the head.
     *
     * @throws RequestFailure with {@code NOT_IMPLEMENTED} when there are too many commits
     */
    static BranchCommits of(PfsClient client, BranchId branch) throws StatusException {
        List<io.pfsgateway.pfs.protocol.CommitInfo> found = Answers.all(client.listCommit(ListCommitRequest.newBuilder()
                .setRepo(PfsMessages.repo(branch))
                .setTo(PfsMessages.head(branch))
                .setNumber(MOST_COMMITS + 1L)
                .setAll(true)
                .build()));
        if (found.size() > MOST_COMMITS) {
            throw RequestFailure.notImplemented(
                    "versions on pachd of a bucket with more than " + MOST_COMMITS + " commits");
        }
        return new BranchCommits(client, branch, found);
    }

    int count() {
        return places.size();
    }

    /** Those that can be read, newest first. */
    List<CommitId> readable() {
        return List.copyOf(good.keySet());
    }

    /** The commits that changed a key, newest first, this many at most. */
    List<CommitInfo> thatChanged(ObjectKey key, int limit) throws StatusException {
        if (good.isEmpty()) {
            return List.of();
        }
        List<CommitInfo> changed = new ArrayList<>();
        FindCommitsResponse.Builder last = FindCommitsResponse.newBuilder();
        Answers.take(client.asking().findCommits(search(key)), response -> {
            last.clear().mergeFrom(response);
            CommitInfo commit = good.get(PfsMessages.commitId(
                    response.hasFoundCommit() ? response.getFoundCommit() : response.getLastSearchedCommit()));
            if (response.hasFoundCommit() && commit != null) {
                changed.add(commit);
            }
            return changed.size() < limit;
        });
        if (changed.size() < limit) {
            requireWhole(last.build());
        }
        return changed;
    }

    private FindCommitsRequest search(ObjectKey key) {
        return FindCommitsRequest.newBuilder()
                .setStart(PfsMessages.commit(branch, good.keySet().iterator().next()))
                .setFilePath(client.paths().of(key))
                .build();
    }

    /** A search that the server gave up, for lack of time, ends before the oldest commit. */
    private void requireWhole(FindCommitsResponse end) throws StatusException {
        boolean isWhole = end.hasLastSearchedCommit()
                && place(PfsMessages.commitId(end.getLastSearchedCommit())) == places.size() - 1;
        if (!isWhole) {
            throw Status.DEADLINE_EXCEEDED
                    .withDescription("The search for versions took too long.")
                    .asException();
        }
    }

    boolean isOlder(CommitId commit, CommitId than) {
        return place(commit) > place(than);
    }

    private int place(CommitId commit) {
        return places.getOrDefault(commit, -1);
    }
}
