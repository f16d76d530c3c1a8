package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Branches and commits in memory, found and missed as pachd does, with its texts. */
final class MemoryRepo {
    /** A commit and all its files, by path. */
    record State(CommitInfo info, SortedMap<String, ByteString> files) {}

    private final Map<Branch, String> heads = new HashMap<>();
    private final Map<String, State> commits = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private long second = 1_000;

    synchronized String createBranch(Branch branch) {
        return commit(branch, new TreeMap<>());
    }

    synchronized void deleteBranch(Branch branch) {
        heads.remove(branch);
    }

    /** Another id under which the server finds a commit, as it does for commits of the same set. */
    synchronized void alias(String alias, String id) {
        aliases.put(alias, id);
    }

    synchronized String commit(Branch branch, SortedMap<String, ByteString> files) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Timestamp time = Timestamp.newBuilder().setSeconds(second++).build();
        CommitInfo.Builder info = CommitInfo.newBuilder()
                .setCommit(Commit.newBuilder().setRepo(branch.getRepo()).setId(id))
                .setStarted(time)
                .setFinishing(time)
                .setFinished(time);
        String parent = heads.get(branch);
        if (parent != null) {
            info.setParentCommit(Commit.newBuilder().setRepo(branch.getRepo()).setId(parent));
        }
        commits.put(id, new State(info.build(), files));
        heads.put(branch, id);
        return id;
    }

    /** Makes the head an open commit, which has no time of finishing. */
    synchronized void reopenHead(Branch branch) {
        State state = head(branch).orElseThrow();
        CommitInfo open =
                state.info().toBuilder().clearFinishing().clearFinished().build();
        commits.put(open.getCommit().getId(), new State(open, state.files()));
    }

    synchronized Optional<State> head(Branch branch) {
        return Optional.ofNullable(heads.get(branch)).map(commits::get);
    }

    synchronized State resolve(Commit commit) {
        String name = commit.getId();
        int caret = name.indexOf('^');
        String base = caret < 0 ? name : name.substring(0, caret);
        State state = base.isEmpty() ? branchHead(commit) : requireCommit(base, commit);
        return caret < 0 ? state : ancestor(state, Long.parseLong(name.substring(caret + 1)));
    }

    private State branchHead(Commit commit) {
        return head(commit.getBranch())
                .orElseThrow(() -> missing("pick commit tx: commit default/r@ not found\nbranch \""
                        + commit.getBranch().getName() + "\" not found in repo default/r"));
    }

    private State requireCommit(String id, Commit asked) {
        State state = commits.get(aliases.getOrDefault(id, id));
        if (state == null) {
            throw missing("pick commit tx: commit default/r@" + asked.getId() + " not found");
        }
        return state;
    }

    private State ancestor(State state, long steps) {
        State at = state;
        for (long step = 0; step < steps; step++) {
            at = commits.get(at.info().getParentCommit().getId());
            if (at == null) {
                throw Status.UNKNOWN
                        .withDescription(
                                "pick commit tx: picking commit: invalid offset for ancestor of commit: default/r@x,"
                                        + " offset requested: " + steps + ", offset traversable: " + step)
                        .asRuntimeException();
            }
        }
        return at;
    }

    static RuntimeException missing(String text) {
        return Status.NOT_FOUND.withDescription(text).asRuntimeException();
    }
}
