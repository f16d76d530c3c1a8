package io.pfsgateway.pfs.server.service;

import com.google.protobuf.BytesValue;
import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.BranchInfo;
import io.pfsgateway.pfs.protocol.ClearCommitRequest;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitSetInfo;
import io.pfsgateway.pfs.protocol.CreateBranchRequest;
import io.pfsgateway.pfs.protocol.CreateProjectRequest;
import io.pfsgateway.pfs.protocol.CreateRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteBranchRequest;
import io.pfsgateway.pfs.protocol.DeleteProjectRequest;
import io.pfsgateway.pfs.protocol.DeleteRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteRepoResponse;
import io.pfsgateway.pfs.protocol.DeleteReposRequest;
import io.pfsgateway.pfs.protocol.DeleteReposResponse;
import io.pfsgateway.pfs.protocol.DiffFileRequest;
import io.pfsgateway.pfs.protocol.DiffFileResponse;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FindCommitsResponse;
import io.pfsgateway.pfs.protocol.FinishCommitRequest;
import io.pfsgateway.pfs.protocol.FsckRequest;
import io.pfsgateway.pfs.protocol.FsckResponse;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.protocol.GlobFileRequest;
import io.pfsgateway.pfs.protocol.InspectBranchRequest;
import io.pfsgateway.pfs.protocol.InspectCommitRequest;
import io.pfsgateway.pfs.protocol.InspectCommitSetRequest;
import io.pfsgateway.pfs.protocol.InspectFileRequest;
import io.pfsgateway.pfs.protocol.InspectProjectRequest;
import io.pfsgateway.pfs.protocol.InspectProjectV2Request;
import io.pfsgateway.pfs.protocol.InspectProjectV2Response;
import io.pfsgateway.pfs.protocol.InspectRepoRequest;
import io.pfsgateway.pfs.protocol.ListBranchRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.ListCommitSetRequest;
import io.pfsgateway.pfs.protocol.ListFileRequest;
import io.pfsgateway.pfs.protocol.ListProjectRequest;
import io.pfsgateway.pfs.protocol.ListRepoRequest;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import io.pfsgateway.pfs.protocol.ProjectInfo;
import io.pfsgateway.pfs.protocol.RepoInfo;
import io.pfsgateway.pfs.protocol.StartCommitRequest;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import io.pfsgateway.pfs.server.call.Calls;
import io.pfsgateway.pfs.server.change.ChangeMemory;
import io.pfsgateway.pfs.server.change.Modification;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.file.FileReads;
import io.pfsgateway.pfs.server.repo.BranchHeads;
import io.pfsgateway.pfs.server.repo.CommitRecords;
import io.pfsgateway.pfs.server.repo.Projects;
import io.pfsgateway.pfs.server.repo.Repositories;

/** The file system's calls. Safe for any number of threads. */
public final class PfsService extends APIGrpc.APIImplBase {
    private final EmbeddedPfs pfs;
    private final Commits found;
    private final Projects projects;
    private final Repositories repos;
    private final BranchHeads branches;
    private final CommitRecords commits;
    private final FileReads files;
    private final ChangeMemory memory = ChangeMemory.ofThisProcess();

    public PfsService(EmbeddedPfs pfs) {
        this.pfs = pfs;
        this.found = new Commits(pfs);
        this.projects = new Projects(pfs);
        this.repos = new Repositories(pfs, projects);
        this.branches = new BranchHeads(pfs, found);
        this.commits = new CommitRecords(pfs, found);
        this.files = new FileReads(pfs, found);
    }

    @Override
    public void createProject(CreateProjectRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> projects.create(request));
    }

    @Override
    public void inspectProject(InspectProjectRequest request, StreamObserver<ProjectInfo> client) {
        Calls.unary(client, () -> projects.inspect(request.getProject()));
    }

    @Override
    public void inspectProjectV2(InspectProjectV2Request request, StreamObserver<InspectProjectV2Response> client) {
        Calls.unary(
                client,
                () -> InspectProjectV2Response.newBuilder()
                        .setInfo(projects.inspect(request.getProject()))
                        .setDefaultsJson("{}")
                        .build());
    }

    @Override
    public void createRepo(CreateRepoRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> repos.create(request));
    }

    @Override
    public void inspectRepo(InspectRepoRequest request, StreamObserver<RepoInfo> client) {
        Calls.unary(client, () -> repos.inspect(request.getRepo()));
    }

    @Override
    public void deleteRepo(DeleteRepoRequest request, StreamObserver<DeleteRepoResponse> client) {
        Calls.unary(
                client,
                () -> DeleteRepoResponse.newBuilder()
                        .setDeleted(repos.delete(request.getRepo()))
                        .build());
    }

    @Override
    public void deleteRepos(DeleteReposRequest request, StreamObserver<DeleteReposResponse> client) {
        Calls.unary(
                client,
                () -> DeleteReposResponse.newBuilder()
                        .addAllRepos(repos.delete(request))
                        .build());
    }

    @Override
    public void createBranch(CreateBranchRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> branches.create(request));
    }

    @Override
    public void inspectBranch(InspectBranchRequest request, StreamObserver<BranchInfo> client) {
        Calls.unary(client, () -> branches.inspect(request.getBranch()));
    }

    @Override
    public void deleteBranch(DeleteBranchRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> branches.delete(request.getBranch()));
    }

    @Override
    public void startCommit(StartCommitRequest request, StreamObserver<Commit> client) {
        Calls.unary(client, () -> commits.start(request));
    }

    @Override
    public void finishCommit(FinishCommitRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> commits.finish(request));
    }

    @Override
    public void clearCommit(ClearCommitRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> commits.clear(request.getCommit()));
    }

    @Override
    public void inspectCommit(InspectCommitRequest request, StreamObserver<CommitInfo> client) {
        Calls.unary(client, () -> commits.inspect(request));
    }

    @Override
    public void inspectFile(InspectFileRequest request, StreamObserver<FileInfo> client) {
        Calls.unary(client, () -> files.queries().inspect(request.getFile()));
    }

    @Override
    public void listProject(ListProjectRequest request, StreamObserver<ProjectInfo> client) {
        Calls.stream(client, () -> projects.list());
    }

    @Override
    public void listRepo(ListRepoRequest request, StreamObserver<RepoInfo> client) {
        Calls.stream(client, () -> repos.list(request));
    }

    @Override
    public void listBranch(ListBranchRequest request, StreamObserver<BranchInfo> client) {
        Calls.stream(client, () -> branches.list(request));
    }

    @Override
    public void listCommit(ListCommitRequest request, StreamObserver<CommitInfo> client) {
        Calls.stream(client, () -> commits.list(request));
    }

    @Override
    public void findCommits(FindCommitsRequest request, StreamObserver<FindCommitsResponse> client) {
        Calls.stream(client, () -> commits.find(request));
    }

    @Override
    public void inspectCommitSet(InspectCommitSetRequest request, StreamObserver<CommitInfo> client) {
        Calls.stream(client, () -> commits.inspectSet(request));
    }

    @Override
    public void listCommitSet(ListCommitSetRequest request, StreamObserver<CommitSetInfo> client) {
        Calls.stream(client, () -> commits.listSets(request));
    }

    @Override
    public void fsck(FsckRequest request, StreamObserver<FsckResponse> client) {
        Calls.stream(client, () -> commits.check());
    }

    @Override
    public void deleteProject(DeleteProjectRequest request, StreamObserver<Empty> client) {
        Calls.done(client, () -> projects.delete(request.getProject()));
    }

    @Override
    public void getFile(GetFileRequest request, StreamObserver<BytesValue> client) {
        Calls.stream(client, () -> files.contents().get(request));
    }

    @Override
    public void getFileTAR(GetFileRequest request, StreamObserver<BytesValue> client) {
        Calls.stream(client, () -> files.contents().tar(request));
    }

    @Override
    public void listFile(ListFileRequest request, StreamObserver<FileInfo> client) {
        Calls.stream(client, () -> files.queries().list(request));
    }

    @Override
    public void walkFile(WalkFileRequest request, StreamObserver<FileInfo> client) {
        Calls.stream(client, () -> files.queries().walk(request));
    }

    @Override
    public void globFile(GlobFileRequest request, StreamObserver<FileInfo> client) {
        Calls.stream(client, () -> files.queries().glob(request));
    }

    @Override
    public void diffFile(DiffFileRequest request, StreamObserver<DiffFileResponse> client) {
        Calls.stream(client, () -> files.differences().diff(request));
    }

    @Override
    public StreamObserver<ModifyFileRequest> modifyFile(StreamObserver<Empty> client) {
        Modification modification = new Modification(pfs, found, memory);
        return Calls.taking(client, modification, modification::take, () -> {
            modification.commit();
            return Empty.getDefaultInstance();
        });
    }
}
