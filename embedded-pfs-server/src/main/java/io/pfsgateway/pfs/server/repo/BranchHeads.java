package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.BranchPoint;
import io.pfsgateway.pfs.branch.Creation;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.BranchInfo;
import io.pfsgateway.pfs.protocol.CreateBranchRequest;
import io.pfsgateway.pfs.protocol.ListBranchRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.words.Messages;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Branches. Safe for any number of threads. */
public final class BranchHeads {
    private static final int PAGE = 1_000;

    private final EmbeddedPfs pfs;
    private final Commits commits;

    public BranchHeads(EmbeddedPfs pfs, Commits commits) {
        this.pfs = pfs;
        this.commits = commits;
    }

    /** Makes a branch, empty or from a commit. One that is there stays as it is, and cannot be given another head. */
    public void create(CreateBranchRequest request) {
        if (request.getProvenanceCount() > 0 || request.hasTrigger()) {
            throw Refusals.unimplemented("pipelines, and so neither provenance nor triggers");
        }
        BranchName name = Names.newBranch(request.getBranch());
        if (pfs.repos().find(name.repository()).isEmpty()) {
            throw Refusals.repoNotFound(name.repository());
        }
        Optional<CommitAt> head = head(request, name.repository());
        Creation made = head.map(
                        from -> pfs.branches().create(name, new BranchPoint(from.readBranch(), from.readRef())))
                .orElseGet(() -> pfs.branches().create(name));
        if (made == Creation.EXISTED
                && head.isPresent()
                && !head.get().id().equals(commits.head(name).id())) {
            throw Refusals.unimplemented("moving of the head of a branch that is there: branch \"" + name.branch()
                    + "\" is; delete it first");
        }
    }

    private Optional<CommitAt> head(CreateBranchRequest request, RepoName repo) {
        if (!request.hasHead()) {
            return Optional.empty();
        }
        CommitAt head = commits.find(request.getHead());
        if (!head.branch().repository().equals(repo)) {
            throw Refusals.invalid("branch and head commit must belong to the same repo");
        }
        return Optional.of(head);
    }

    public BranchInfo inspect(Branch branch) {
        BranchName name = Names.branch(branch);
        requireRepo(name.repository());
        return pfs.branches()
                .find(name)
                .map(this::info)
                .orElseThrow(() -> Refusals.branchNotFound(name.repository(), name.branch()));
    }

    /** The newest first, or the oldest. Without a repository, those of all. */
    public Answers<BranchInfo> list(ListBranchRequest request) {
        Comparator<io.pfsgateway.pfs.branch.BranchInfo> byAge =
                Comparator.comparing(io.pfsgateway.pfs.branch.BranchInfo::created);
        return Answers.of(found(request).stream()
                .sorted(request.getReverse() ? byAge : byAge.reversed())
                .map(this::info)
                .iterator());
    }

    private List<io.pfsgateway.pfs.branch.BranchInfo> found(ListBranchRequest request) {
        if (!request.hasRepo()) {
            return all();
        }
        RepoName repo = Names.repo(request.getRepo());
        requireRepo(repo);
        return pfs.branches().ofRepo(repo);
    }

    private List<io.pfsgateway.pfs.branch.BranchInfo> all() {
        List<io.pfsgateway.pfs.branch.BranchInfo> found = new ArrayList<>();
        List<io.pfsgateway.pfs.branch.BranchInfo> page = pfs.branches().listAfter("", "", "", PAGE);
        while (!page.isEmpty()) {
            found.addAll(page);
            BranchName last = page.get(page.size() - 1).name();
            page = pfs.branches().listAfter(last.project(), last.repo(), last.branch(), PAGE);
        }
        return found;
    }

    public void delete(Branch branch) {
        BranchName name = Names.branch(branch);
        requireRepo(name.repository());
        pfs.branches().delete(name, false);
    }

    private void requireRepo(RepoName repo) {
        if (pfs.repos().find(repo).isEmpty()) {
            throw Refusals.repoNotFound(repo);
        }
    }

    private BranchInfo info(io.pfsgateway.pfs.branch.BranchInfo branch) {
        return BranchInfo.newBuilder()
                .setBranch(Messages.branch(branch.name()))
                .setHead(commits.head(branch.name()).message())
                .setCreatedAt(Messages.time(branch.created()))
                .setUpdatedAt(Messages.time(branch.headTime()))
                .build();
    }
}
