package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.DiffFileRequest;
import io.pfsgateway.pfs.protocol.DiffFileResponse;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FindCommitsResponse;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The commits of a branch, newest first, the keys that any of them held, and which of them changed a key. */
final class KeyChanges {
    /** How many commits are walked over. */
    static final int MOST_COMMITS = 1000;

    private static final int QUESTIONS_AT_ONCE = 32;

    private final PfsClient client;
    private final BranchId branch;
    private final Map<CommitId, CommitInfo> commits;
    private final List<CommitId> order;
    private final NavigableSet<ObjectKey> keys = new TreeSet<>();

    private KeyChanges(PfsClient client, BranchId branch, Map<CommitId, CommitInfo> commits) {
        this.client = client;
        this.branch = branch;
        this.commits = commits;
        this.order = List.copyOf(commits.keySet());
    }

    /**
     * Walks back from the head.
     *
     * @throws RequestFailure with {@code NOT_IMPLEMENTED} when there are too many commits
     */
    static KeyChanges of(PfsClient client, BranchId branch, String prefix) throws StatusException {
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
        Map<CommitId, CommitInfo> commits = new LinkedHashMap<>();
        List<io.pfsgateway.pfs.protocol.CommitInfo> good = found.stream()
                .filter(info -> info.getError().isEmpty() && info.hasFinishing())
                .toList();
        good.forEach(info -> commits.put(PfsMessages.commitId(info.getCommit()), PfsMessages.commitInfo(info)));
        KeyChanges changes = new KeyChanges(client, branch, commits);
        changes.gatherKeys(good, prefix);
        return changes;
    }

    /** Each key is in the difference of some commit from the one before. */
    private void gatherKeys(List<io.pfsgateway.pfs.protocol.CommitInfo> good, String prefix) throws StatusException {
        for (int from = 0; from < good.size(); from += QUESTIONS_AT_ONCE) {
            List<List<DiffFileResponse>> answers = Answers.ofEach(
                    good.subList(from, Math.min(good.size(), from + QUESTIONS_AT_ONCE)),
                    info -> client.asking().diffFile(difference(info)));
            for (List<DiffFileResponse> answer : answers) {
                answer.forEach(change -> note(change.hasNewFile() ? change.getNewFile() : change.getOldFile(), prefix));
            }
        }
    }

    private DiffFileRequest difference(io.pfsgateway.pfs.protocol.CommitInfo info) {
        Commit at = PfsMessages.commit(branch, PfsMessages.commitId(info.getCommit()));
        return DiffFileRequest.newBuilder()
                .setNewFile(PfsMessages.file(at, "/"))
                .build();
    }

    private void note(FileInfo info, String prefix) {
        if (info.getFileType() == FileType.FILE) {
            client.paths()
                    .key(info.getFile().getPath())
                    .filter(key -> key.value().startsWith(prefix))
                    .ifPresent(keys::add);
        }
    }

    NavigableSet<ObjectKey> keys() {
        return keys;
    }

    /** The commits that changed a key, newest first. */
    List<CommitInfo> of(ObjectKey key) throws StatusException {
        List<CommitInfo> changed = new ArrayList<>();
        for (FindCommitsResponse response : Answers.all(client.asking()
                .findCommits(FindCommitsRequest.newBuilder()
                        .setStart(PfsMessages.commit(branch, order.get(0)))
                        .setFilePath(client.paths().of(key))
                        .build()))) {
            if (response.hasFoundCommit()) {
                CommitInfo commit = commits.get(PfsMessages.commitId(response.getFoundCommit()));
                if (commit != null) {
                    changed.add(commit);
                }
            } else {
                requireWhole(response);
            }
        }
        return changed;
    }

    /** A search that the server gave up, for lack of time, ends before the oldest commit. */
    private void requireWhole(FindCommitsResponse end) throws StatusException {
        String last = end.getLastSearchedCommit().getId();
        if (!last.equals(order.get(order.size() - 1).value())) {
            throw Status.DEADLINE_EXCEEDED
                    .withDescription("The search for versions took too long.")
                    .asException();
        }
    }

    boolean isOlder(CommitId commit, CommitId than) {
        return order.indexOf(commit) > order.indexOf(than);
    }
}
