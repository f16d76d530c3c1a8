package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.InspectCommitRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;

/** What is told of commits. Safe for any number of threads. */
public final class CommitRecords {
    private final Commits commits;
    private final CommitInfos infos;
    private final CommitLists lists;

    public CommitRecords(EmbeddedPfs pfs, Commits commits) {
        this.commits = commits;
        this.infos = new CommitInfos(pfs);
        this.lists = new CommitLists(pfs, commits, infos);
    }

    public CommitInfo inspect(InspectCommitRequest request) {
        return infos.info(commits.find(request.getCommit()));
    }

    public Answers<CommitInfo> list(ListCommitRequest request) {
        return lists.list(request);
    }
}
