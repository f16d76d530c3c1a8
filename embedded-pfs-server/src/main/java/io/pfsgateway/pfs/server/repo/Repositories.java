package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.BranchInfo;
import io.pfsgateway.pfs.branch.Creation;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.CreateRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteReposRequest;
import io.pfsgateway.pfs.protocol.ListRepoRequest;
import io.pfsgateway.pfs.protocol.Repo;
import io.pfsgateway.pfs.protocol.RepoInfo;
import io.pfsgateway.pfs.protocol.RepoPage;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.words.Messages;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Repositories, all of them users' own. Safe for any number of threads. */
public final class Repositories {
    private static final String USER = "user";
    private static final int PAGE = 1_000;

    private final EmbeddedPfs pfs;
    private final Projects projects;

    public Repositories(EmbeddedPfs pfs, Projects projects) {
        this.pfs = pfs;
        this.projects = projects;
    }

    public void create(CreateRepoRequest request) {
        RepoName name = Names.newRepo(request.getRepo());
        Descriptions.refuse(request.getDescription());
        projects.require(name.project());
        if (pfs.repos().create(name) == Creation.EXISTED && !request.getUpdate()) {
            throw Refusals.alreadyExists("repo " + Refusals.text(name));
        }
    }

    public RepoInfo inspect(Repo repo) {
        RepoName name = Names.repo(repo);
        return pfs.repos().find(name).map(this::info).orElseThrow(() -> Refusals.repoNotFound(name));
    }

    /** In the order of projects and names. */
    public Answers<RepoInfo> list(ListRepoRequest request) {
        if (!request.getType().isEmpty() && !request.getType().equals(USER)) {
            return Answers.of(Stream.<RepoInfo>empty().iterator());
        }
        Set<String> wanted =
                request.getProjectsList().stream().map(Names::project).collect(Collectors.toSet());
        Stream<io.pfsgateway.pfs.branch.RepoInfo> repos = all().stream()
                .filter(repo -> wanted.isEmpty() || wanted.contains(repo.name().project()));
        return Answers.of(cut(repos, request).map(this::info).iterator());
    }

    private static <T> Stream<T> cut(Stream<T> repos, ListRepoRequest request) {
        RepoPage page = request.getPage();
        if (!request.hasPage() || page.getPageSize() == 0) {
            return repos;
        }
        if (page.getPageSize() < 0 || page.getPageIndex() < 0) {
            throw Refusals.invalid("page size and page index must not be negative");
        }
        return repos.skip(Math.multiplyExact(page.getPageIndex(), page.getPageSize()))
                .limit(page.getPageSize());
    }

    /** Deletes a repository with its branches; says whether it was there. */
    public boolean delete(Repo repo) {
        return delete(Names.repo(repo));
    }

    /** Deletes the repositories of some projects, or of all. */
    public List<Repo> delete(DeleteReposRequest request) {
        Set<String> wanted =
                request.getProjectsList().stream().map(Names::project).collect(Collectors.toSet());
        return all().stream()
                .map(io.pfsgateway.pfs.branch.RepoInfo::name)
                .filter(name -> request.getAll() || wanted.contains(name.project()))
                .filter(this::delete)
                .map(Messages::repo)
                .toList();
    }

    private boolean delete(RepoName name) {
        if (pfs.repos().find(name).isEmpty()) {
            return false;
        }
        pfs.branches().ofRepo(name).forEach(branch -> pfs.branches().delete(branch.name(), false));
        try {
            pfs.repos().delete(name);
            return true;
        } catch (PfsException failure) {
            if (failure.kind() == FailureKind.NO_SUCH_REPO) {
                return false;
            }
            throw failure;
        }
    }

    private List<io.pfsgateway.pfs.branch.RepoInfo> all() {
        List<io.pfsgateway.pfs.branch.RepoInfo> found = new ArrayList<>();
        List<io.pfsgateway.pfs.branch.RepoInfo> page = pfs.repos().list(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = pfs.repos().list(Optional.of(page.get(page.size() - 1).name()), PAGE);
        }
        return found;
    }

    private RepoInfo info(io.pfsgateway.pfs.branch.RepoInfo repo) {
        return RepoInfo.newBuilder()
                .setRepo(Messages.repo(repo.name()))
                .setCreated(Messages.time(repo.created()))
                .addAllBranches(pfs.branches().ofRepo(repo.name()).stream()
                        .map(BranchInfo::name)
                        .map(Messages::branch)
                        .toList())
                .build();
    }
}
