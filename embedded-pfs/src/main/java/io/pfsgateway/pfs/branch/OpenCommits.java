package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.commit.CommitDraft;
import io.pfsgateway.pfs.commit.CommitPlan;
import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.EpochPolicy;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.SourceResolver;
import io.pfsgateway.pfs.content.ContentNumbers;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitInfo;
import io.pfsgateway.pfs.model.CommitKind;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Rows;
import io.pfsgateway.pfs.record.BranchRecord;
import io.pfsgateway.pfs.record.CommitPathKey;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Commits that are begun, changed for as long as one likes, and finished. What such a commit changes is held by a branch of its
 * own that no list shows, so that it is read and written as any branch is, and survives a restart; finishing lays it over the
 * head, whatever that is by then, as one commit. A branch has at most one. Each change is durable when its method returns. Safe
 * for any number of threads.
 */
public final class OpenCommits {
    private final Store store;
    private final Committer committer;
    private final EpochPolicy epochs;
    private final SourceResolver sources;

    public OpenCommits(Store store, Committer committer, EpochPolicy epochs, ContentNumbers numbers) {
        this.store = store;
        this.committer = committer;
        this.epochs = epochs;
        this.sources = new SourceResolver(numbers);
    }

    /** Begins a commit on the head of a branch; nothing where one is open on it already. */
    public Optional<OpenCommit> start(BranchName branch) {
        return committer.run((session, moment) -> {
            if (find(session, branch).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(begin(session, moment, branch, CommitId.random()));
        });
    }

    /** What is open on a branch. */
    public Optional<OpenCommit> find(BranchName branch) {
        try (View view = store.snapshot()) {
            return find(view, branch);
        }
    }

    /** All that is open in a repository. */
    public List<OpenCommit> ofRepo(RepoName repo) {
        try (View view = store.snapshot()) {
            return ofRepo(view, repo);
        }
    }

    /**
     * Makes the commit, one that changes nothing too. One that is not open any more is refused with
     * {@link FailureKind#NO_SUCH_COMMIT}.
     */
    public CommitInfo finish(OpenCommit open, String description) {
        return committer.run((session, moment) -> finish(session, moment, open, description));
    }

    /** Takes back all that it changed; it stays open. */
    public void clear(OpenCommit open) {
        committer.run((session, moment) -> {
            requireOpen(session, open);
            new DeleteBranch(open.work(), false).apply(session, moment);
            return begin(session, moment, open.branch(), open.id());
        });
    }

    private OpenCommit begin(Session session, Moment moment, BranchName branch, CommitId id) {
        BranchName work = branch.workOf(id);
        BranchPoint head = new BranchPoint(branch, CommitRef.HEAD);
        new CreateBranch(work, Optional.of(head), epochs).apply(session, moment);
        return new OpenCommit(branch, id, moment.now(), work);
    }

    private CommitInfo finish(Session session, Moment moment, OpenCommit open, String description) {
        BranchState work = requireOpen(session, open);
        BranchState target = Lines.branch(session, open.branch());
        CommitDraft draft = new CommitDraft(session, target, sources, moment, open.id());
        List<LineSequence> chain = Lines.chain(session, Lines.head(work).at());
        for (FilePath path : changed(session, work)) {
            draft.adopt(path, Rows.find(session, chain, path));
        }
        CommitPlan plan = new CommitPlan(open.branch(), List.of(), CommitKind.CHANGE, description, Bytes.EMPTY);
        CommitInfo finished = draft.finish(plan, epochs, moment);
        new DeleteBranch(open.work(), false).apply(session, moment);
        return finished;
    }

    private static Set<FilePath> changed(Session session, BranchState work) {
        Set<FilePath> paths = new TreeSet<>();
        byte[] all = Keys.line(work.line());
        try (Cursor cursor = session.cursor(Family.COMMIT_PATHS, all, Keys.after(all))) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                paths.add(CommitPathKey.decode(cursor.key()).path());
            }
        }
        return paths;
    }

    private static BranchState requireOpen(Reader reader, OpenCommit open) {
        return Lines.findBranch(reader, open.work())
                .orElseThrow(() -> PfsException.noSuchCommit(open.branch(), CommitRef.of(open.id())));
    }

    static Optional<OpenCommit> find(Reader reader, BranchName branch) {
        return ofRepo(reader, branch.repository()).stream()
                .filter(open -> open.branch().equals(branch))
                .findFirst();
    }

    /** Their names come before those of all other branches. */
    private static List<OpenCommit> ofRepo(Reader reader, RepoName repo) {
        List<OpenCommit> found = new ArrayList<>();
        byte[] first = Keys.repo(repo);
        try (Cursor cursor = reader.cursor(Family.REPO_BRANCHES, first, Keys.after(first))) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                Optional<OpenCommit> open = decode(reader, Keys.decodeRepoBranch(cursor.key()));
                if (open.isEmpty()) {
                    break;
                }
                found.add(open.get());
            }
        }
        return found;
    }

    private static Optional<OpenCommit> decode(Reader reader, BranchName work) {
        return work.openOn()
                .flatMap(branch -> work.openCommit()
                        .flatMap(id -> Tables.BRANCHES
                                .find(reader, Keys.branch(work))
                                .map(BranchRecord::created)
                                .map(started -> new OpenCommit(branch, id, started, work))));
    }
}
