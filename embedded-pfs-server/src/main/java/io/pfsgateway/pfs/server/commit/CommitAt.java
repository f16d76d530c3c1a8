package io.pfsgateway.pfs.server.commit;

import io.pfsgateway.pfs.branch.OpenCommit;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.server.words.Messages;
import java.time.Instant;
import java.util.Optional;

/**
 * A commit that was found: what it is called, and where its files are read. What an open one holds is read as it is now, even
 * if it changes while it is read.
 */
public record CommitAt(BranchName branch, CommitId id, CommitPoint point, Optional<OpenCommit> open) {
    static CommitAt finished(CommitPoint point) {
        return new CommitAt(point.branch(), point.id(), point, Optional.empty());
    }

    static CommitAt open(OpenCommit open, CommitPoint held) {
        return new CommitAt(open.branch(), open.id(), held, Optional.of(open));
    }

    /** The branch to read on. */
    public BranchName readBranch() {
        return point.branch();
    }

    /** The commit of that branch to read at; always the same one, whatever is committed meanwhile. */
    public CommitRef readRef() {
        return CommitRef.of(point.id());
    }

    /** When its changes were closed; nothing as long as it is open. */
    public Optional<Instant> closed() {
        return open.isPresent() ? Optional.empty() : Optional.of(point.time());
    }

    public Commit message() {
        return Messages.commit(branch, id);
    }
}
