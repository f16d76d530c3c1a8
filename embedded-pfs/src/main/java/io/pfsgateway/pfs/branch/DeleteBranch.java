package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.RepoRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;

/** Takes a branch off the list, and its repository with its last branch where that is wished. */
final class DeleteBranch implements Operation<Boolean> {
    private final BranchName name;
    private final boolean withEmptyRepo;

    DeleteBranch(BranchName name, boolean withEmptyRepo) {
        this.name = name;
        this.withEmptyRepo = withEmptyRepo;
    }

    @Override
    public Boolean apply(Session session, Moment moment) {
        BranchState branch = Lines.branch(session, name);
        // What is open on the branch would have nowhere to go.
        OpenCommits.find(session, name).ifPresent(open -> new DeleteBranch(open.work(), false).apply(session, moment));
        Tables.BRANCHES.delete(session, Keys.branch(name));
        Tables.REPO_BRANCHES.delete(session, Keys.repoBranch(name));
        retireLine(session, branch);
        moment.needBackground();
        return countOut(session);
    }

    /** A line that others left from stays until the last of them goes. */
    private static void retireLine(Session session, BranchState branch) {
        LineRecord line = branch.lineRecord();
        byte[] key = Keys.line(branch.line());
        if (line.children() > 0) {
            Tables.LINES.put(session, key, line.withState(LineState.UNLISTED));
        } else {
            Tables.LINES.put(session, key, line.withState(LineState.DYING));
            Tables.RECLAIM.put(session, Keys.deadLine(branch.line()), 0L);
        }
    }

    private boolean countOut(Session session) {
        byte[] key = Keys.repo(name.repository());
        RepoRecord repo = Tables.REPOS
                .find(session, key)
                .orElseThrow(() -> PfsException.corrupt("The repository of " + name + " is missing"));
        boolean last = repo.branches() == 1;
        if (last && withEmptyRepo) {
            Tables.REPOS.delete(session, key);
            return true;
        }
        Tables.REPOS.put(session, key, repo.withBranches(repo.branches() - 1));
        return false;
    }

    @Override
    public boolean freesSpace() {
        return true;
    }
}
