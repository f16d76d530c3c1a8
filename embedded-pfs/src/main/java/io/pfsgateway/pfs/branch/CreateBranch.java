package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.commit.EpochPolicy;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitKind;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.BranchRecord;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.RepoRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import java.util.Optional;

/** Makes a branch, and its repository where that is missing. The project must be there. */
final class CreateBranch implements Operation<Creation> {
    private static final byte[] NEXT_LINE = Keys.meta("line-numbers");
    private static final LineSequence NOWHERE = new LineSequence(0, 0);

    private final BranchName name;
    private final Optional<BranchPoint> start;
    private final EpochPolicy epochs;

    CreateBranch(BranchName name, Optional<BranchPoint> start, EpochPolicy epochs) {
        this.name = name;
        this.start = start;
        this.epochs = epochs;
    }

    @Override
    public Creation apply(Session session, Moment moment) {
        Repos.requireProject(session, name.project());
        if (Tables.BRANCHES.contains(session, Keys.branch(name))) {
            return Creation.EXISTED;
        }
        long line = Tables.META.find(session, NEXT_LINE).orElse(1L);
        Tables.META.put(session, NEXT_LINE, line + 1);
        LineRecord lineRecord = start.isPresent() ? forked(session, start.get()) : rooted(session, line, moment);
        Tables.LINES.put(session, Keys.line(line), lineRecord);
        Tables.BRANCHES.put(session, Keys.branch(name), new BranchRecord(line, moment.now()));
        Tables.REPO_BRANCHES.put(session, Keys.repoBranch(name), line);
        countIn(session, moment);
        return Creation.CREATED;
    }

    /** A branch from nothing has an empty first commit, so that every branch has a head. */
    private static LineRecord rooted(Session session, long line, Moment moment) {
        CommitRecord root = new CommitRecord(CommitId.random(), moment.now(), CommitKind.ROOT, "", Bytes.EMPTY, 0);
        Tables.COMMITS.put(session, Keys.lineSequence(line, 1), root);
        Tables.COMMIT_IDS.put(session, Keys.commitId(root.id()), new LineSequence(line, 1));
        return LineRecord.forked(NOWHERE, new LineRecord.Head(1, root.id(), root.time()), 0, 1);
    }

    private LineRecord forked(Session session, BranchPoint from) {
        BranchState source = Lines.branch(session, from.branch());
        CommitPoint point = Lines.resolve(session, source, from.commit());
        LineRecord parent = Lines.line(session, point.at().line());
        Tables.LINES.put(session, Keys.line(point.at().line()), parent.withChildren(parent.children() + 1));
        boolean atHead = point.equals(Lines.head(source));
        LineRecord.Head head = new LineRecord.Head(point.at().sequence(), point.id(), point.time());
        return LineRecord.forked(
                point.at(),
                head,
                epochs.inheritedWeight(source, atHead),
                Math.min(source.lineRecord().floor(), point.at().sequence()));
    }

    private void countIn(Session session, Moment moment) {
        byte[] key = Keys.repo(name.repository());
        RepoRecord repo = Tables.REPOS.find(session, key).orElse(new RepoRecord(moment.now(), 0));
        Tables.REPOS.put(session, key, repo.withBranches(repo.branches() + 1));
    }
}
