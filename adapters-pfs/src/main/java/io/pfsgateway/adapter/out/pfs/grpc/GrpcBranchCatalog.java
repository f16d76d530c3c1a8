package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.FileAttributeRemoval;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.CreateBranchRequest;
import io.pfsgateway.pfs.protocol.CreateRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteBranchRequest;
import io.pfsgateway.pfs.protocol.DeleteRepoRequest;
import io.pfsgateway.pfs.protocol.InspectRepoRequest;
import io.pfsgateway.pfs.protocol.ListRepoRequest;
import io.pfsgateway.pfs.protocol.Repo;
import io.pfsgateway.pfs.protocol.RepoInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Branches as their repositories name them, so that each question is one round trip; a branch is as old as its repository here.
 * Making a branch and deleting one with its repository are two steps on the server: a branch that someone makes between them goes
 * with the repository.
 */
final class GrpcBranchCatalog implements BranchCatalog {
    private final PfsClient client;
    private final BranchAncestry ancestry;
    private final WaitingWalks walks;
    private final FileAttributeRemoval attributes;
    private final WriterLocks locks;
    private final SeenBranches seen;

    GrpcBranchCatalog(
            PfsClient client,
            BranchAncestry ancestry,
            WaitingWalks walks,
            FileAttributeRemoval attributes,
            WriterLocks locks,
            SeenBranches seen) {
        this.client = client;
        this.ancestry = ancestry;
        this.walks = walks;
        this.attributes = attributes;
        this.locks = locks;
        this.seen = seen;
    }

    @Override
    public Creation create(BranchId branch) {
        Optional<RepoInfo> repo = repo(branch);
        if (repo.filter(info -> holds(info, branch)).isPresent()) {
            return Creation.ALREADY_THERE;
        }
        // Gateways make branches of a repository one after the other, so that none takes what another's writers have
        // kept.
        try (BranchLock lock = locks.takeRepository(branch)) {
            lock.verify();
            return createAlone(branch);
        }
    }

    private Creation createAlone(BranchId branch) {
        Optional<RepoInfo> repo = repo(branch);
        if (repo.filter(info -> holds(info, branch)).isPresent()) {
            return Creation.ALREADY_THERE;
        }
        forgetEarlier(branch, repo.isPresent());
        try {
            if (repo.isEmpty()) {
                createRepo(branch);
            }
            client.asking()
                    .createBranch(CreateBranchRequest.newBuilder()
                            .setBranch(PfsMessages.branch(branch))
                            .build());
            seen.note(branch);
            return Creation.CREATED;
        } catch (StatusException failed) {
            throw failure(failed, branch);
        }
    }

    /** What may be left of branches that went past the gateways, or while the bookkeeping was out of reach. */
    private void forgetEarlier(BranchId branch, boolean hasRepo) {
        if (hasRepo) {
            attributes.removeBranch(branch);
        } else {
            attributes.removeRepo(branch.project(), branch.repo());
        }
    }

    private void createRepo(BranchId branch) throws StatusException {
        try {
            client.asking()
                    .createRepo(CreateRepoRequest.newBuilder()
                            .setRepo(PfsMessages.repo(branch))
                            .build());
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) != PachdMessage.ALREADY_THERE) {
                throw failed;
            }
        }
    }

    @Override
    public void delete(BranchId branch) {
        requireThere(branch);
        // A writer that has looked at the branch would make it again with its commit.
        try (BranchLock lock = locks.take(branch)) {
            RepoInfo repo = requireThere(branch);
            lock.verify();
            delete(branch, repo);
            seen.forget(branch);
            ancestry.forget(branch);
            walks.forget(branch);
            attributes.removeBranch(branch);
        }
    }

    private RepoInfo requireThere(BranchId branch) {
        return repo(branch)
                .filter(info -> holds(info, branch))
                .orElseThrow(() -> BucketFailure.noSuchBucket(branch.bucketName()));
    }

    private void delete(BranchId branch, RepoInfo repo) {
        try {
            if (repo.getBranchesCount() == 1) {
                deleteRepo(branch);
            } else {
                client.asking()
                        .deleteBranch(DeleteBranchRequest.newBuilder()
                                .setBranch(PfsMessages.branch(branch))
                                .build());
            }
        } catch (StatusException failed) {
            throw failure(failed, branch);
        }
    }

    private void deleteRepo(BranchId branch) throws StatusException {
        boolean deleted = client.asking()
                .deleteRepo(DeleteRepoRequest.newBuilder()
                        .setRepo(PfsMessages.repo(branch))
                        .build())
                .getDeleted();
        if (!deleted && repo(branch).isPresent()) {
            // The server says no more where the caller lacks the right.
            throw AccessFailure.denied(branch.bucketName());
        }
    }

    @Override
    public Optional<BranchInfo> find(BranchId branch) {
        if (UploadRepos.isReserved(branch.repo().value())) {
            return Optional.empty();
        }
        Optional<BranchInfo> found = repo(branch)
                .filter(info -> holds(info, branch))
                .map(info -> new BranchInfo(branch, PfsMessages.instant(info.getCreated())));
        found.ifPresentOrElse(info -> seen.note(branch), () -> seen.forget(branch));
        return found;
    }

    @Override
    public boolean isExpected(BranchId branch) {
        return seen.has(branch) || find(branch).isPresent();
    }

    @Override
    public List<BranchInfo> list(Optional<BranchId> after, int limit) {
        ListRepoRequest request =
                ListRepoRequest.newBuilder().setType(PfsMessages.USER).build();
        try {
            return Answers.all(client.asking().listRepo(request)).stream()
                    .filter(info -> !UploadRepos.isReserved(info.getRepo().getName()))
                    .flatMap(GrpcBranchCatalog::branches)
                    .filter(info -> after.isEmpty() || info.id().compareTo(after.get()) > 0)
                    .sorted(Comparator.comparing(BranchInfo::id))
                    .limit(limit)
                    .toList();
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, Subject.of(BranchId.of("any", "any"), CommitRef.HEAD));
        }
    }

    private static Stream<BranchInfo> branches(RepoInfo info) {
        Repo repo = info.getRepo();
        return info.getBranchesList().stream()
                .map(Branch::getName)
                .map(name -> new BranchId(
                        new ProjectName(repo.getProject().getName()),
                        new RepoName(repo.getName()),
                        new BranchName(name)))
                .map(id -> new BranchInfo(id, PfsMessages.instant(info.getCreated())));
    }

    private Optional<RepoInfo> repo(BranchId branch) {
        try {
            return Optional.of(client.asking()
                    .inspectRepo(InspectRepoRequest.newBuilder()
                            .setRepo(PfsMessages.repo(branch))
                            .build()));
        } catch (StatusException failed) {
            return switch (GrpcFailures.message(failed)) {
                case REPO_NOT_FOUND, PROJECT_NOT_FOUND -> Optional.empty();
                default -> throw failure(failed, branch);
            };
        }
    }

    private static boolean holds(RepoInfo repo, BranchId branch) {
        return repo.getBranchesList().stream()
                .anyMatch(found -> found.getName().equals(branch.branch().value()));
    }

    private static GatewayFailure failure(StatusException failed, BranchId branch) {
        return GrpcFailures.of(failed, Subject.of(branch, CommitRef.HEAD));
    }
}
