package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.branch.BranchInfo;
import io.pfsgateway.pfs.branch.BranchPoint;
import io.pfsgateway.pfs.branch.Creation;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.RepoName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BranchTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, Engine.settings().withChangesPerEpoch(3));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void creatingABranchTwiceIsTold() {
        assertThat(engine.pfs.branches().create(Engine.branch("new"))).isEqualTo(Creation.CREATED);
        assertThat(engine.pfs.branches().create(Engine.branch("new"))).isEqualTo(Creation.EXISTED);
    }

    @Test
    void refusesAMissingProject() {
        assertThatThrownBy(() -> engine.pfs.branches().create(new BranchName("none", "repo", "master")))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_PROJECT));
        assertThat(engine.pfs.repos().find(new RepoName("none", "repo"))).isEmpty();

        engine.pfs.repos().createProject("none");
        assertThat(engine.pfs.branches().create(new BranchName("none", "repo", "master")))
                .isEqualTo(Creation.CREATED);
        assertThat(engine.pfs.repos().projects()).containsExactly("default", "none");
    }

    @Test
    void refusesAMissingBranch() {
        assertThatThrownBy(() -> engine.put(Engine.branch("none"), "a", "1"))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_BRANCH));
        assertThatThrownBy(() -> engine.text(Engine.branch("none"), CommitRef.HEAD, "a"))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_BRANCH));
    }

    @Test
    void refusesACommitIdAsABranchName() {
        assertThatThrownBy(() -> Engine.branch(CommitId.random().toString()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewBranchHasAHeadAndNoFiles() {
        assertThat(engine.pfs.reader().commit(MASTER, CommitRef.HEAD).sequence())
                .isEqualTo(1);
        assertThat(engine.names(MASTER, CommitRef.HEAD)).isEmpty();
    }

    @Test
    void aForkSharesThePastAndNotTheFuture() {
        engine.put("a", "1");
        CommitId shared = engine.put("b", "1");
        engine.put("c", "1");
        engine.fork("fork", CommitRef.HEAD.ancestor(1));
        CommitId later = engine.put("a", "2");
        BranchName fork = Engine.branch("fork");
        CommitId own = engine.put(fork, "d", "1");
        engine.delete(fork, "b");

        assertThat(engine.names(fork, CommitRef.HEAD)).containsExactly("a", "d");
        assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("a", "b", "c");
        assertThat(engine.text(fork, CommitRef.HEAD, "a")).contains("1");
        assertThat(engine.text(fork, CommitRef.of(shared), "b")).contains("1");
        assertThat(engine.text(fork, CommitRef.of(own).ancestor(2), "a")).contains("1");
        assertThatThrownBy(() -> engine.text(fork, CommitRef.of(later), "a"))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
        assertThatThrownBy(() -> engine.text(MASTER, CommitRef.of(own), "a"))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
    }

    @Test
    void aForkWithoutCommitsHasItsParentsHead() {
        CommitId head = engine.put("a", "1");
        engine.fork("fork", CommitRef.HEAD);

        assertThat(engine.pfs
                        .branches()
                        .find(Engine.branch("fork"))
                        .orElseThrow()
                        .head())
                .isEqualTo(head);
        assertThat(engine.pfs
                        .reader()
                        .commit(Engine.branch("fork"), CommitRef.HEAD)
                        .id())
                .isEqualTo(head);
    }

    @Test
    void forksOfForksReadThroughAllTheirLines() throws Exception {
        BranchName previous = MASTER;
        engine.put("f0", "0");
        for (int depth = 1; depth <= 20; depth++) {
            BranchName next = Engine.branch("b" + depth);
            engine.pfs.branches().create(next, new BranchPoint(previous, CommitRef.HEAD));
            engine.put(next, "f" + depth, "" + depth);
            previous = next;
        }
        engine.pfs.awaitBackground();

        assertThat(engine.names(previous, CommitRef.HEAD)).hasSize(21);
        assertThat(engine.text(previous, CommitRef.HEAD, "f0")).contains("0");
        assertThat(engine.text(previous, CommitRef.HEAD.ancestor(15), "f5")).contains("5");
        assertThat(engine.text(previous, CommitRef.HEAD.ancestor(15), "f6")).isEmpty();
    }

    @Test
    void aBranchMadeAgainStartsAnew() throws Exception {
        CommitId old = engine.put("a", "1");
        engine.pfs.branches().delete(MASTER, false);
        assertThat(engine.pfs.branches().find(MASTER)).isEmpty();
        engine.pfs.branches().create(MASTER);

        assertThat(engine.names(MASTER, CommitRef.HEAD)).isEmpty();
        assertThatThrownBy(() -> engine.text(MASTER, CommitRef.of(old), "a"))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
        engine.pfs.awaitBackground();
        assertThat(engine.names(MASTER, CommitRef.HEAD)).isEmpty();
    }

    @Test
    void aRepoGoesWithItsLastBranchWhenAskedTo() {
        engine.fork("fork", CommitRef.HEAD);

        assertThat(engine.pfs.branches().delete(Engine.branch("fork"), true)).isFalse();
        assertThat(engine.pfs.repos().find(MASTER.repository())).isPresent();
        assertThat(engine.pfs.branches().delete(MASTER, true)).isTrue();
        assertThat(engine.pfs.repos().find(MASTER.repository())).isEmpty();
    }

    @Test
    void aRepoWithBranchesIsNotDeleted() {
        assertThatThrownBy(() -> engine.pfs.repos().delete(MASTER.repository()))
                .satisfies(FileCommitTest.isKind(FailureKind.NOT_EMPTY));
        engine.pfs.branches().delete(MASTER, false);
        engine.pfs.repos().delete(MASTER.repository());
        assertThatThrownBy(() -> engine.pfs.repos().delete(MASTER.repository()))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_REPO));
    }

    @Test
    void listsBranchesInCanonicalOrderPageByPage() {
        engine.pfs.branches().create(new BranchName("default", "repo", "a-b"));
        engine.pfs.branches().create(new BranchName("default", "repo", "a"));
        engine.pfs.branches().create(new BranchName("default", "other", "a"));

        assertThat(names(engine.pfs.branches().list("", "", 10)))
                .containsExactly("a-b.repo.default", "a.other.default", "a.repo.default", "master.repo.default");
        assertThat(names(engine.pfs.branches().list("", "a.other.default", 1))).containsExactly("a.repo.default");
        assertThat(names(engine.pfs.branches().list("a.", "", 10)))
                .containsExactly("a.other.default", "a.repo.default");
        assertThat(names(engine.pfs.branches().ofRepo(MASTER.repository())))
                .containsExactly("a.repo.default", "a-b.repo.default", "master.repo.default");
        assertThat(engine.pfs.repos().list(Optional.empty(), 10)).hasSize(2);
    }

    private static List<String> names(List<BranchInfo> branches) {
        return branches.stream().map(info -> info.name().canonical()).toList();
    }
}
