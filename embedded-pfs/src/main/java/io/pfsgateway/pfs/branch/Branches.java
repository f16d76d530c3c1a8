package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.EpochPolicy;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Branches. Each change is durable when its method returns. Safe for any number of threads. */
public final class Branches {
    private final Store store;
    private final Committer committer;
    private final EpochPolicy epochs;

    public Branches(Store store, Committer committer, EpochPolicy epochs) {
        this.store = store;
        this.committer = committer;
        this.epochs = epochs;
    }

    /**
     * Makes an empty branch, and its repository where that is missing. A missing project is refused with
     * {@link FailureKind#NO_SUCH_PROJECT}.
     */
    public Creation create(BranchName name) {
        return committer.run(new CreateBranch(name, Optional.empty(), epochs));
    }

    /** Makes a branch whose head is a commit of another, at the cost of a few records. */
    public Creation create(BranchName name, BranchPoint start) {
        return committer.run(new CreateBranch(name, Optional.of(start), epochs));
    }

    /**
     * Deletes a branch with all its files, and its repository with the last branch if asked to; says whether the repository
     * went. A branch made later under the same name starts anew.
     */
    public boolean delete(BranchName name, boolean withEmptyRepo) {
        return committer.run(new DeleteBranch(name, withEmptyRepo));
    }

    public Optional<BranchInfo> find(BranchName name) {
        try (View view = store.view()) {
            return Lines.findBranch(view, name).map(Branches::info);
        }
    }

    /** The branches whose canonical names start with the prefix and come after the given text; at most so many. */
    public List<BranchInfo> list(String prefix, String after, int limit) {
        byte[] first = Bytes.utf8(prefix).toArray();
        byte[] from =
                after.compareTo(prefix) < 0 ? first : Bytes.utf8(after + "\0").toArray();
        return page(from, Keys.after(first), limit);
    }

    /**
     * Branches in the order of project, repository and branch, from behind the given names, which need not be those of one;
     * at most so many.
     */
    public List<BranchInfo> listAfter(String project, String repo, String branch, int limit) {
        byte[] from = Keys.after(Keys.repoBranch(project, repo, branch));
        List<BranchInfo> page = new ArrayList<>();
        try (View view = store.snapshot();
                Cursor cursor = view.cursor(Family.REPO_BRANCHES, from, Keys.last())) {
            for (cursor.first(); cursor.valid() && page.size() < limit; cursor.next()) {
                add(view, Keys.decodeRepoBranch(cursor.key()), page);
            }
        }
        return page;
    }

    /** All branches of a repository, in order. */
    public List<BranchInfo> ofRepo(RepoName repo) {
        byte[] first = Keys.repo(repo);
        List<BranchInfo> found = new ArrayList<>();
        try (View view = store.snapshot();
                Cursor cursor = view.cursor(Family.REPO_BRANCHES, first, Keys.after(first))) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                add(view, Keys.decodeRepoBranch(cursor.key()), found);
            }
        }
        return found;
    }

    /**
     * A branch of the repository that shows the commit: the one that it was made on while that is there, else the first of
     * those that started from it. It costs a little for each branch of the repository.
     */
    public Optional<BranchName> findShowing(RepoName repo, CommitId commit) {
        try (View view = store.snapshot()) {
            Optional<LineSequence> place = Tables.COMMIT_IDS.find(view, Keys.commitId(commit));
            return place.flatMap(at -> showing(view, repo, at));
        }
    }

    private static Optional<BranchName> showing(View view, RepoName repo, LineSequence at) {
        byte[] first = Keys.repo(repo);
        Optional<BranchName> found = Optional.empty();
        try (Cursor cursor = view.cursor(Family.REPO_BRANCHES, first, Keys.after(first))) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                BranchState branch = Lines.branch(view, Keys.decodeRepoBranch(cursor.key()));
                boolean shows =
                        Lines.reaches(view, branch, at) && !branch.name().isWork();
                if (shows && branch.line() == at.line()) {
                    return Optional.of(branch.name());
                }
                found = found.isEmpty() && shows ? Optional.of(branch.name()) : found;
            }
        }
        return found;
    }

    private List<BranchInfo> page(byte[] from, byte[] to, int limit) {
        List<BranchInfo> page = new ArrayList<>();
        try (View view = store.snapshot();
                Cursor cursor = view.cursor(Family.BRANCHES, from, to)) {
            for (cursor.first(); cursor.valid() && page.size() < limit; cursor.next()) {
                add(view, Keys.decodeBranch(cursor.key()), page);
            }
        }
        return page;
    }

    /** What open commits hold is in no list. */
    private static void add(View view, BranchName name, List<BranchInfo> page) {
        if (!name.isWork()) {
            page.add(info(Lines.branch(view, name)));
        }
    }

    private static BranchInfo info(BranchState state) {
        return new BranchInfo(
                state.name(),
                state.created(),
                state.lineRecord().head().commit(),
                state.lineRecord().head().time());
    }
}
