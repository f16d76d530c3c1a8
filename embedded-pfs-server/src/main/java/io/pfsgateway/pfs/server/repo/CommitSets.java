package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.RepoInfo;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitSet;
import io.pfsgateway.pfs.protocol.CommitSetInfo;
import io.pfsgateway.pfs.protocol.InspectCommitSetRequest;
import io.pfsgateway.pfs.protocol.ListCommitSetRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.List;
import java.util.Optional;

/** Commit sets. Without pipelines nothing is computed from a commit, so that each is a set of its own. */
final class CommitSets {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final CommitInfos infos;
    private final CommitLists lists;

    CommitSets(EmbeddedPfs pfs, Commits commits, CommitInfos infos, CommitLists lists) {
        this.pfs = pfs;
        this.commits = commits;
        this.infos = infos;
        this.lists = lists;
    }

    /** The one commit of a set. */
    Answers<CommitInfo> inspect(InspectCommitSetRequest request) {
        String id = request.getCommitSet().getId();
        CommitAt found = Optional.of(id)
                .filter(CommitId::matches)
                .map(CommitId::parse)
                .flatMap(this::find)
                .orElseThrow(() -> Refusals.commitSetNotFound(id));
        if (request.getWait() && found.open().isPresent()) {
            throw Refusals.unimplemented("waiting for a commit that is open");
        }
        return Answers.of(List.of(infos.info(found)).iterator());
    }

    /** The newest first. Without a project, those of all. */
    Answers<CommitSetInfo> list(ListCommitSetRequest request) {
        List<RepoName> repos = Repositories.all(pfs).stream()
                .map(RepoInfo::name)
                .filter(repo -> !request.hasProject() || repo.project().equals(Names.project(request.getProject())))
                .toList();
        return lists.ofRepos(repos).map(infos::info).map(CommitSets::set);
    }

    private static CommitSetInfo set(CommitInfo commit) {
        return CommitSetInfo.newBuilder()
                .setCommitSet(CommitSet.newBuilder().setId(commit.getCommit().getId()))
                .addCommits(commit)
                .build();
    }

    private Optional<CommitAt> find(CommitId id) {
        return Repositories.all(pfs).stream()
                .map(repo -> commits.find(repo.name(), id))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
