package io.pfsgateway.pfs.server;

import static io.pfsgateway.pfs.server.TestServer.HEAD;
import static io.pfsgateway.pfs.server.TestServer.MASTER;
import static io.pfsgateway.pfs.server.TestServer.REPO;
import static io.pfsgateway.pfs.server.TestServer.add;
import static io.pfsgateway.pfs.server.TestServer.branch;
import static io.pfsgateway.pfs.server.TestServer.commit;
import static io.pfsgateway.pfs.server.TestServer.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.pfsgateway.pfs.protocol.BranchInfo;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitSet;
import io.pfsgateway.pfs.protocol.CreateBranchRequest;
import io.pfsgateway.pfs.protocol.CreateProjectRequest;
import io.pfsgateway.pfs.protocol.CreateRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteBranchRequest;
import io.pfsgateway.pfs.protocol.DeleteProjectRequest;
import io.pfsgateway.pfs.protocol.DeleteRepoRequest;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FinishCommitRequest;
import io.pfsgateway.pfs.protocol.InspectBranchRequest;
import io.pfsgateway.pfs.protocol.InspectCommitRequest;
import io.pfsgateway.pfs.protocol.InspectCommitSetRequest;
import io.pfsgateway.pfs.protocol.InspectRepoRequest;
import io.pfsgateway.pfs.protocol.ListBranchRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.ListCommitSetRequest;
import io.pfsgateway.pfs.protocol.ListProjectRequest;
import io.pfsgateway.pfs.protocol.ListRepoRequest;
import io.pfsgateway.pfs.protocol.OriginKind;
import io.pfsgateway.pfs.protocol.Repo;
import io.pfsgateway.pfs.protocol.StartCommitRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitsTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        assertThat(server.pfs.check().isClean()).isTrue();
        server.close();
    }

    @Test
    void makesAndListsProjectsAndRepos() {
        server.calls()
                .createProject(CreateProjectRequest.newBuilder()
                        .setProject(TestServer.project("p"))
                        .build());
        Repo other = Repo.newBuilder()
                .setName("other")
                .setProject(TestServer.project("p"))
                .build();
        server.calls().createRepo(CreateRepoRequest.newBuilder().setRepo(other).build());

        assertThat(list(server.calls().listProject(ListProjectRequest.getDefaultInstance())))
                .extracting(info -> info.getProject().getName())
                .containsExactly("default", "p");
        assertThat(list(server.calls().listRepo(ListRepoRequest.getDefaultInstance())))
                .extracting(info -> info.getRepo().getName())
                .containsExactly("repo", "other");
        assertThat(list(server.calls()
                        .listRepo(ListRepoRequest.newBuilder()
                                .addProjects(TestServer.project("p"))
                                .build())))
                .hasSize(1);
        assertThat(list(server.calls()
                        .listRepo(ListRepoRequest.newBuilder().setType("spec").build())))
                .isEmpty();
    }

    @Test
    void refusesWhatIsThereOrIsNot() {
        assertThat(refusal(() -> server.calls()
                        .createRepo(CreateRepoRequest.newBuilder().setRepo(REPO).build())))
                .isEqualTo("ALREADY_EXISTS: repo default/repo already exists");
        assertThat(refusal(() -> server.calls()
                        .inspectRepo(InspectRepoRequest.newBuilder()
                                .setRepo(REPO.toBuilder().setName("none"))
                                .build())))
                .isEqualTo("NOT_FOUND: repo default/none not found");
        assertThat(refusal(() -> server.calls()
                        .inspectBranch(InspectBranchRequest.newBuilder()
                                .setBranch(branch("none"))
                                .build())))
                .isEqualTo("NOT_FOUND: branch \"none\" not found in repo default/repo");
        assertThat(refusal(() -> inspect(commit("0123456789ab4def8123456789abcdef"))))
                .isEqualTo("NOT_FOUND: commit default/repo@0123456789ab4def8123456789abcdef not found");
        assertThat(refusal(() -> inspect(HEAD.toBuilder().setId("^9").build())))
                .startsWith("UNKNOWN: picking commit: invalid offset for ancestor of commit");
        assertThat(refusal(() -> server.calls()
                        .createBranch(CreateBranchRequest.newBuilder()
                                .setBranch(branch("with.dot"))
                                .build())))
                .startsWith("INVALID_ARGUMENT: name (with.dot) invalid");
        assertThat(refusal(() -> server.calls()
                        .createRepo(CreateRepoRequest.newBuilder()
                                .setRepo(REPO.toBuilder().setProject(TestServer.project("none")))
                                .build())))
                .isEqualTo("NOT_FOUND: project \"none\" not found");
    }

    @Test
    void findsACommitByIdByBranchAndByCarets() {
        CommitInfo first = put("one");
        CommitInfo second = put("two");

        assertThat(inspect(commit(second.getCommit().getId()))).isEqualTo(second);
        assertThat(inspect(commit("master"))).isEqualTo(second);
        assertThat(inspect(commit("master^"))).isEqualTo(first);
        assertThat(inspect(HEAD.toBuilder().setId("^").build())).isEqualTo(first);
        assertThat(inspect(commit(second.getCommit().getId() + "^1"))).isEqualTo(first);
        assertThat(second.getParentCommit()).isEqualTo(first.getCommit());
        assertThat(inspect(commit("master^^")).getOrigin().getKind()).isEqualTo(OriginKind.AUTO);
    }

    @Test
    void listsFromACommitBackToAnother() {
        CommitInfo first = put("one");
        CommitInfo second = put("two");
        CommitInfo third = put("three");

        assertThat(commits(ListCommitRequest.newBuilder().setTo(HEAD).setFrom(first.getCommit())))
                .containsExactly(third, second);
        assertThat(commits(
                        ListCommitRequest.newBuilder().setTo(second.getCommit()).setNumber(1)))
                .containsExactly(second);
        assertThat(commits(ListCommitRequest.newBuilder())).hasSize(4).startsWith(third);
        assertThat(commits(ListCommitRequest.newBuilder().setReverse(true))).endsWith(third);
        assertThat(commits(ListCommitRequest.newBuilder().setOriginKind(OriginKind.AUTO)))
                .hasSize(1);
    }

    @Test
    void listsWhatBranchesShareOnce() {
        put("one");
        fork("dev", HEAD);
        server.modify(commit(branch("dev")), add("/dev", "d"));
        put("two");

        assertThat(commits(ListCommitRequest.newBuilder()))
                .extracting(info -> info.getCommit().getId())
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void makesABranchFromAnOldCommit() {
        CommitInfo first = put("one");
        put("two");
        fork("dev", first.getCommit());

        assertThat(server.text(commit(branch("dev")), "/f")).isEqualTo("one");
        assertThat(refusal(() -> fork("dev", HEAD))).contains("moving of the head");
        assertThat(list(server.calls()
                        .listBranch(ListBranchRequest.newBuilder().setRepo(REPO).build())))
                .extracting(BranchInfo::getBranch)
                .extracting(io.pfsgateway.pfs.protocol.Branch::getName)
                .containsExactlyInAnyOrder("dev", "master");
    }

    @Test
    void takesChangesIntoAnOpenCommitUntilItIsFinished() {
        put("before");
        Commit open = startCommit();
        server.put("/f", "first");
        server.put("/g", "more");
        server.modify(open, add("/f", " second"));

        assertThat(server.text(HEAD, "/f")).isEqualTo("first second");
        assertThat(server.text(commit(open.getId()), "/g")).isEqualTo("more");
        assertThat(server.text(HEAD.toBuilder().setId("^").build(), "/f")).isEqualTo("before");
        assertThat(inspect(HEAD).hasFinished()).isFalse();
        assertThat(inspect(HEAD).getCommit().getId()).isEqualTo(open.getId());

        finish(open, "why");
        assertThat(inspect(commit(open.getId())).hasFinished()).isTrue();
        assertThat(inspect(commit(open.getId())).getDescription()).isEqualTo("why");
        assertThat(inspect(HEAD).getCommit().getId()).isEqualTo(open.getId());
        assertThat(server.text("/f")).isEqualTo("first second");
        assertThat(commits(ListCommitRequest.newBuilder())).hasSize(3);
    }

    @Test
    void listsAnOpenCommitFirst() {
        CommitInfo before = put("before");
        Commit open = startCommit();

        assertThat(commits(ListCommitRequest.newBuilder()).get(0).getCommit()).isEqualTo(open);
        assertThat(commits(ListCommitRequest.newBuilder().setTo(HEAD).setFrom(before.getCommit())))
                .containsExactly(inspect(open));
    }

    @Test
    void keepsTheRulesOfOpenCommits() {
        Commit open = startCommit();

        assertThat(refusal(this::startCommit))
                .isEqualTo("UNKNOWN: parent commit default/repo@" + open.getId() + " has not been finished");
        finish(open, "");
        assertThat(refusal(() -> finish(open, "")))
                .isEqualTo("UNKNOWN: commit default/repo@" + open.getId() + " has already finished");
        assertThat(refusal(() -> server.modify(open, add("/late", "x")))).endsWith("has already finished");
    }

    @Test
    void deletesBranchesAndReposWithWhatIsOpenInThem() {
        startCommit();
        server.calls()
                .deleteBranch(DeleteBranchRequest.newBuilder().setBranch(MASTER).build());

        assertThat(refusal(() -> inspect(HEAD))).contains("branch \"master\" not found");
        assertThat(server.calls()
                        .deleteRepo(DeleteRepoRequest.newBuilder().setRepo(REPO).build())
                        .getDeleted())
                .isTrue();
        assertThat(server.calls()
                        .deleteRepo(DeleteRepoRequest.newBuilder().setRepo(REPO).build())
                        .getDeleted())
                .isFalse();
    }

    @Test
    void findsTheCommitsThatChangedAPath() {
        CommitInfo first = put("one");
        server.put("/other", "x");
        CommitInfo third = put("two");
        server.put("/other", "y");
        server.modify(HEAD, TestServer.delete("/f"));
        Commit deletion = inspect(HEAD).getCommit();

        assertThat(find("/f", 0))
                .containsExactly(deletion, third.getCommit(), first.getCommit(), first.getParentCommit());
        assertThat(find("/f", 1)).containsExactly(deletion, deletion);
        assertThat(find("/never", 0)).containsExactly(first.getParentCommit());
    }

    private List<Commit> find(String path, int limit) {
        return list(server.calls()
                        .findCommits(FindCommitsRequest.newBuilder()
                                .setStart(HEAD)
                                .setFilePath(path)
                                .setLimit(limit)
                                .build()))
                .stream()
                .map(found -> found.hasFoundCommit() ? found.getFoundCommit() : found.getLastSearchedCommit())
                .toList();
    }

    @Test
    void takesEachCommitForASetOfItsOwn() {
        CommitInfo first = put("one");

        assertThat(list(server.calls().inspectCommitSet(set(first.getCommit().getId()))))
                .containsExactly(first);
        assertThat(list(server.calls().listCommitSet(ListCommitSetRequest.getDefaultInstance())))
                .hasSize(2)
                .first()
                .satisfies(set -> assertThat(set.getCommitsList()).containsExactly(first));
        assertThat(refusal(() -> list(server.calls().inspectCommitSet(set("none")))))
                .isEqualTo("NOT_FOUND: no commits found for commitset none");
    }

    private static InspectCommitSetRequest set(String id) {
        return InspectCommitSetRequest.newBuilder()
                .setCommitSet(CommitSet.newBuilder().setId(id))
                .build();
    }

    @Test
    void deletesAProjectWithoutRepos() {
        var request = DeleteProjectRequest.newBuilder();
        server.calls()
                .createProject(CreateProjectRequest.newBuilder()
                        .setProject(TestServer.project("p"))
                        .build());
        assertThat(server.calls()
                        .deleteProject(
                                request.setProject(TestServer.project("p")).build()))
                .isNotNull();

        assertThat(list(server.calls().listProject(ListProjectRequest.getDefaultInstance())))
                .hasSize(1);
        assertThat(refusal(() -> server.calls()
                        .deleteProject(request.setProject(TestServer.project("default"))
                                .build())))
                .startsWith("FAILED_PRECONDITION: Project default still has the repository repo.default");
    }

    @Test
    void checksEverything() {
        put("one");

        assertThat(list(server.calls().fsck(io.pfsgateway.pfs.protocol.FsckRequest.getDefaultInstance())))
                .isEmpty();
    }

    @Test
    void saysWhatItHasNot() {
        assertThat(refusal(() -> server.calls()
                        .createBranch(CreateBranchRequest.newBuilder()
                                .setBranch(branch("out"))
                                .addProvenance(MASTER)
                                .build())))
                .startsWith("UNIMPLEMENTED: the embedded file system has no pipelines");
        assertThat(refusal(() -> server.calls()
                        .squashCommit(io.pfsgateway.pfs.protocol.SquashCommitRequest.getDefaultInstance())))
                .startsWith("UNIMPLEMENTED: Method pfs_v2.API/SquashCommit");
    }

    private CommitInfo put(String text) {
        server.put("/f", text);
        return inspect(HEAD);
    }

    private void fork(String name, Commit from) {
        server.calls()
                .createBranch(CreateBranchRequest.newBuilder()
                        .setBranch(branch(name))
                        .setHead(from)
                        .build());
    }

    private Commit startCommit() {
        return server.calls()
                .startCommit(StartCommitRequest.newBuilder().setBranch(MASTER).build());
    }

    private void finish(Commit commit, String description) {
        FinishCommitRequest.Builder request =
                FinishCommitRequest.newBuilder().setCommit(commit).setDescription(description);
        assertThat(server.calls().finishCommit(request.build())).isNotNull();
    }

    private CommitInfo inspect(Commit commit) {
        return server.calls()
                .inspectCommit(
                        InspectCommitRequest.newBuilder().setCommit(commit).build());
    }

    private List<CommitInfo> commits(ListCommitRequest.Builder request) {
        return list(server.calls().listCommit(request.setRepo(REPO).build()));
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Status status = TestServer.status(catchThrowable(call));
        return status.getCode() + ": " + status.getDescription();
    }
}
