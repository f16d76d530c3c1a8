package io.pfsgateway.pfs.server.commit;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.server.words.Messages;
import java.time.Instant;

/** A commit that was found: what it is called, and where its files are read. */
public record CommitAt(BranchName branch, CommitId id, CommitPoint point) {
    /** The branch to read on. */
    public BranchName readBranch() {
        return point.branch();
    }

    /** The commit of that branch to read at; always the same one, whatever is committed meanwhile. */
    public CommitRef readRef() {
        return CommitRef.of(point.id());
    }

    public Instant time() {
        return point.time();
    }

    public Commit message() {
        return Messages.commit(branch, id);
    }
}
