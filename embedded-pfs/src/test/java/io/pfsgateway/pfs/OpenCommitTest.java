package io.pfsgateway.pfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.pfs.branch.OpenCommit;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitInfo;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenCommitTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, Engine.settings());
        engine.put("kept", "kept");
        engine.put("goes", "goes");
    }

    @AfterEach
    void close() {
        assertThat(engine.pfs.check().isClean()).isTrue();
        engine.close();
    }

    private OpenCommit start() {
        return engine.pfs.openCommits().start(Engine.MASTER).orElseThrow();
    }

    @Test
    void showsItsChangesToItselfAlone() {
        OpenCommit commit = start();
        engine.put(commit.work(), "new", "one");
        engine.delete(commit.work(), "goes");

        assertThat(engine.names(commit.work(), CommitRef.HEAD)).containsExactly("kept", "new");
        assertThat(engine.names(Engine.MASTER, CommitRef.HEAD)).containsExactly("goes", "kept");
    }

    @Test
    void becomesOneCommitOfTheIdThatWasPromised() {
        OpenCommit commit = start();
        engine.put(commit.work(), "new", "one");
        engine.put(commit.work(), "new", "two");
        engine.delete(commit.work(), "goes");
        CommitInfo finished = engine.pfs.openCommits().finish(commit, "why");

        assertThat(finished.id()).isEqualTo(commit.id());
        assertThat(finished.description()).isEqualTo("why");
        assertThat(finished.changes()).isEqualTo(2);
        assertThat(engine.names(Engine.MASTER, CommitRef.HEAD)).containsExactly("kept", "new");
        assertThat(engine.text("new")).contains("two");
        assertThat(engine.names(Engine.MASTER, CommitRef.HEAD.ancestor(1))).containsExactly("goes", "kept");
        assertThat(engine.pfs.openCommits().find(Engine.MASTER)).isEmpty();
    }

    @Test
    void isLaidOverWhatWasCommittedMeanwhile() {
        OpenCommit commit = start();
        engine.put(commit.work(), "both", "open");
        engine.put("both", "meanwhile");
        engine.put("other", "meanwhile");
        engine.delete(Engine.MASTER, "goes");
        engine.delete(commit.work(), "goes");
        engine.pfs.openCommits().finish(commit, "");

        assertThat(engine.text("both")).contains("open");
        assertThat(engine.text("other")).contains("meanwhile");
        assertThat(engine.names(Engine.MASTER, CommitRef.HEAD)).containsExactly("both", "kept", "other");
    }

    @Test
    void isACommitEvenIfItChangesNothing() {
        OpenCommit commit = start();

        assertThat(engine.pfs.openCommits().finish(commit, "").id())
                .isEqualTo(engine.pfs
                        .reader()
                        .resolve(Engine.MASTER, CommitRef.HEAD)
                        .id());
    }

    @Test
    void isTheOnlyOneOnItsBranch() {
        start();
        engine.fork("dev", CommitRef.HEAD);

        assertThat(engine.pfs.openCommits().start(Engine.MASTER)).isEmpty();
        assertThat(engine.pfs.openCommits().start(Engine.branch("dev"))).isPresent();
        assertThat(engine.pfs.openCommits().ofRepo(Engine.MASTER.repository())).hasSize(2);
    }

    @Test
    void isFinishedOnce() {
        OpenCommit commit = start();
        engine.pfs.openCommits().finish(commit, "");

        assertThatExceptionOfType(PfsException.class)
                .isThrownBy(() -> engine.pfs.openCommits().finish(commit, ""))
                .matches(failure -> failure.kind() == FailureKind.NO_SUCH_COMMIT);
    }

    @Test
    void losesItsChangesWhenItIsCleared() {
        OpenCommit commit = start();
        engine.put(commit.work(), "new", "one");
        engine.pfs.openCommits().clear(commit);

        assertThat(engine.names(commit.work(), CommitRef.HEAD)).containsExactly("goes", "kept");
        assertThat(engine.pfs.openCommits().find(Engine.MASTER).map(OpenCommit::id))
                .contains(commit.id());
    }

    @Test
    void isInNoListOfBranches() {
        start();

        assertThat(engine.pfs.branches().list("", "", 10)).hasSize(1);
        assertThat(engine.pfs.branches().listAfter("", "", "", 10)).hasSize(1);
        assertThat(engine.pfs.branches().ofRepo(Engine.MASTER.repository())).hasSize(1);
    }

    @Test
    void staysOpenWhenTheFolderIsOpenedAnew() {
        OpenCommit commit = start();
        engine.put(commit.work(), "new", "one");
        engine.close();
        engine = Engine.open(folder);
        OpenCommit found = engine.pfs.openCommits().find(Engine.MASTER).orElseThrow();
        engine.pfs.openCommits().finish(found, "");

        assertThat(found).isEqualTo(commit);
        assertThat(engine.text("new")).contains("one");
    }

    @Test
    void goesWithItsBranchAndLeavesNothing() throws InterruptedException {
        OpenCommit commit = start();
        engine.put(commit.work(), "new", "one");
        boolean repoWent = engine.pfs.branches().delete(Engine.MASTER, true);
        engine.pfs.awaitBackground();

        assertThat(repoWent).isTrue();
        assertThat(engine.pfs.branches().find(commit.work())).isEmpty();
        assertThat(engine.pfs.check().contents()).isZero();
    }

    @Test
    void takesANameThatNoCallerCanGive() {
        BranchName work = start().work();

        assertThat(work.isWork()).isTrue();
        assertThat(work.openOn()).contains(Engine.MASTER);
        assertThat(Engine.MASTER.isWork()).isFalse();
        assertThat(Engine.MASTER.openOn()).isEqualTo(Optional.empty());
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Engine.branch("+plus"));
    }

    @Test
    void keepsItsContentsWhenWhatHeldThemGoes() throws InterruptedException {
        OpenCommit commit = start();
        engine.put(commit.work(), "large", "x".repeat(100_000));
        engine.pfs.openCommits().finish(commit, "");
        engine.pfs.awaitBackground();

        assertThat(engine.text("large")).contains("x".repeat(100_000));
        assertThat(engine.text("kept")).contains("kept");
    }
}
