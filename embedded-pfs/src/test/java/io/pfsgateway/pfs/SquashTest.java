package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.branch.OpenCommit;
import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.read.PathLookup;
import io.pfsgateway.pfs.squash.SquashReport;
import io.pfsgateway.pfs.squash.SquashRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SquashTest {
    private static final String LARGE = "0123456789".repeat(500);

    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, settings());
    }

    private PfsSettings settings() {
        return Engine.settings().withClock(clock).withInlineLimitBytes(1_000).withChangesPerEpoch(10);
    }

    @AfterEach
    void close() {
        assertThat(engine.pfs.check().findings()).isEmpty();
        engine.close();
    }

    private SquashReport squash() throws InterruptedException {
        return squash(Optional.empty());
    }

    /** All that was done so far is old by then. */
    private SquashReport squash(Optional<BranchName> branch) throws InterruptedException {
        clock.pass(Duration.ofDays(1));
        return engine.pfs.squash(new SquashRequest(clock.instant(), branch), () -> {});
    }

    private void assertGone(BranchName branch, CommitId commit) {
        assertThatThrownBy(() -> engine.text(branch, CommitRef.of(commit), "a"))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
    }

    private CommitId writer(String path) {
        return engine.pfs
                .reader()
                .find(MASTER, CommitRef.HEAD, FilePath.of(path))
                .orElseThrow()
                .row()
                .commit();
    }

    private List<Path> blobs() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsStillShownIsAChangeOfTheCommitThatStays() throws Exception {
        CommitId first = engine.put("a", "1");
        engine.put("b", "2");
        CommitId head = engine.put("b", "3");

        assertThat(squash()).isEqualTo(new SquashReport(3, 1, 1));
        assertThat(engine.text("a")).contains("1");
        assertThat(engine.text("b")).contains("3");
        assertThat(writer("a")).isEqualTo(head);
        assertGone(MASTER, first);
        assertThat(engine.pfs.history().commits(MASTER, CommitRef.HEAD, 10)).hasSize(1);
    }

    @Test
    void commitsThatAreYoungEnoughStay() throws Exception {
        CommitId old = engine.put("a", "1");
        CommitId older = engine.put("a", "2");
        clock.pass(Duration.ofDays(1));
        CommitId young = engine.put("a", "3");
        engine.put("a", "4");
        engine.pfs.squash(new SquashRequest(clock.instant(), Optional.empty()), () -> {});

        assertThat(engine.text(MASTER, CommitRef.of(young), "a")).contains("3");
        assertThat(engine.text(MASTER, CommitRef.HEAD, "a")).contains("4");
        assertGone(MASTER, old);
        assertGone(MASTER, older);
    }

    @Test
    void bytesThatNothingShowsGiveTheirSpaceBack() throws Exception {
        for (int index = 0; index < 20; index++) {
            engine.put("a", LARGE + index);
        }
        try (OpenFile file = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD.ancestor(3), FilePath.of("a"))
                .orElseThrow()) {
            engine.pfs.files().copy(MASTER, FilePath.of("copy"), file.content(), Bytes.EMPTY, Precondition.NONE);
        }
        assertThat(blobs()).hasSize(20);

        assertThat(squash().versions()).isEqualTo(19);
        assertThat(blobs()).hasSize(2);
        assertThat(engine.text("a")).contains(LARGE + 19);
        assertThat(engine.text("copy")).contains(LARGE + 16);
    }

    @Test
    void aDeletionStaysWhereItHidesAFileThatIsStillShown() throws Exception {
        engine.put("hidden", "1");
        engine.put("forgotten", "1");
        engine.delete(MASTER, "forgotten");
        engine.put("a", "0");
        engine.fork("fork", CommitRef.HEAD);
        engine.delete(MASTER, "hidden");
        CommitId head = engine.put("a", "1");
        squash();

        assertThat(engine.pfs.reader().look(MASTER, CommitRef.HEAD, FilePath.of("hidden")))
                .isInstanceOfSatisfying(
                        PathLookup.Deleted.class,
                        deleted -> assertThat(deleted.row().commit()).isEqualTo(head));
        assertThat(engine.pfs.reader().look(MASTER, CommitRef.HEAD, FilePath.of("forgotten")))
                .isInstanceOf(PathLookup.Absent.class);
        assertThat(engine.text(MASTER, CommitRef.HEAD.ancestor(1), "hidden")).contains("1");
    }

    @Test
    void aDeletionIsForgottenWithTheFileThatItHid() throws Exception {
        engine.put("a", "1");
        engine.fork("fork", CommitRef.HEAD);
        engine.delete(MASTER, "a");
        engine.put("b", "1");
        squash();
        engine.pfs.branches().delete(Engine.branch("fork"), false);
        engine.pfs.awaitBackground();
        squash();

        assertThat(engine.pfs.reader().look(MASTER, CommitRef.HEAD, FilePath.of("a")))
                .isInstanceOf(PathLookup.Absent.class);
        assertThat(engine.pfs.reader().commit(MASTER, CommitRef.HEAD).changes()).isEqualTo(1);
    }

    @Test
    void whereABranchStartedStaysForAsLongAsTheBranch() throws Exception {
        engine.put("a", "1");
        CommitId start = engine.put("a", "2");
        engine.fork("fork", CommitRef.HEAD);
        engine.put("a", "3");
        engine.put("a", "4");
        engine.put(Engine.branch("fork"), "b", "1");
        squash();

        assertThat(engine.text(MASTER, CommitRef.of(start), "a")).contains("2");
        assertThat(engine.text(MASTER, CommitRef.HEAD.ancestor(1), "a")).contains("2");
        assertThat(engine.text(Engine.branch("fork"), CommitRef.HEAD.ancestor(1), "a"))
                .contains("2");

        engine.pfs.branches().delete(Engine.branch("fork"), false);
        engine.pfs.awaitBackground();
        squash();
        assertGone(MASTER, start);
        assertThat(engine.text("a")).contains("4");
    }

    @Test
    void aListingShowsWhatWasChangedBetweenTwoCommitsThatStay() throws Exception {
        engine.put("a", "1");
        engine.fork("fork", CommitRef.HEAD);
        engine.put("a", "2");
        CommitId head = engine.put("b", "1");
        squash();

        assertThat(engine.pfs
                        .lister()
                        .list(MASTER, CommitRef.HEAD, Grouping.NONE, Optional.empty(), 10)
                        .entries())
                .extracting(entry -> ((ListEntry.File) entry).row().commit())
                .containsExactly(head, head);
    }

    @Test
    void aBranchWhoseParentIsGoneKeepsWhatItShows() throws Exception {
        engine.put("a", "1");
        engine.put("b", "1");
        engine.fork("fork", CommitRef.HEAD);
        engine.put("a", "2");
        engine.pfs.branches().delete(MASTER, false);
        squash();

        BranchName fork = Engine.branch("fork");
        assertThat(engine.text(fork, CommitRef.HEAD, "a")).contains("1");
        assertThat(engine.names(fork, CommitRef.HEAD)).containsExactly("a", "b");
        assertThat(engine.pfs.history().commits(fork, CommitRef.HEAD, 10)).hasSize(1);
        engine.put(fork, "a", "3");
        assertThat(engine.text(fork, CommitRef.HEAD.ancestor(1), "a")).contains("1");
    }

    @Test
    void onlyTheBranchThatIsNamedIsSquashed() throws Exception {
        engine.put("a", "1");
        engine.put("a", "2");
        BranchName other = Engine.branch("other");
        engine.pfs.branches().create(other);
        CommitId first = engine.put(other, "a", "1");
        engine.put(other, "a", "2");

        assertThat(squash(Optional.of(MASTER)).commits()).isEqualTo(2);
        assertThat(engine.text(other, CommitRef.of(first), "a")).contains("1");
        assertThatThrownBy(() -> squash(Optional.of(Engine.branch("none"))))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_BRANCH));
    }

    @Test
    void anOpenCommitGoesOn() throws Exception {
        engine.put("a", "1");
        engine.put("a", "2");
        OpenCommit open = engine.pfs.openCommits().start(MASTER).orElseThrow();
        engine.put(open.work(), "b", "1");
        engine.put(open.work(), "b", "2");
        squash();

        assertThat(engine.text(open.work(), CommitRef.HEAD, "a")).contains("2");
        engine.pfs.openCommits().finish(open, "");
        assertThat(engine.text("a")).contains("2");
        assertThat(engine.text("b")).contains("2");
    }

    @Test
    void aRepeatedCompletionIsStillAnsweredAndMakesNoCommit() throws Exception {
        Bytes kept = Bytes.utf8("kept");
        Bytes overwritten = Bytes.utf8("overwritten");
        compose("a", kept);
        compose("b", overwritten);
        CommitId head = engine.put("b", "2");
        squash();

        assertThat(compose("a", kept).row().commit()).isEqualTo(head);
        assertThat(engine.pfs.reader().findWritten(MASTER, FilePath.of("a"), kept))
                .isPresent();
        CommitResult lost = compose("b", overwritten);
        assertThat(lost.repeated()).isTrue();
        assertThat(lost.outcomes().get(0).row()).isEmpty();
        assertThat(engine.pfs.reader().findWritten(MASTER, FilePath.of("b"), overwritten))
                .isEmpty();
        assertThat(engine.pfs.history().commits(MASTER, CommitRef.HEAD, 10)).hasSize(1);
    }

    private CommitResult compose(String path, Bytes token) {
        ContentId part = engine.stage(new byte[10], "tag").id();
        CommitResult result = engine.pfs
                .files()
                .compose(
                        MASTER,
                        FilePath.of(path),
                        List.of(new PartSource(part, Bytes.EMPTY)),
                        Bytes.EMPTY,
                        Precondition.NONE,
                        token);
        engine.pfs.staging().release(List.of(part));
        return result;
    }

    @Test
    void aPreviewSaysWhatWouldGoAndChangesNothing() throws Exception {
        for (int index = 0; index < 30; index++) {
            engine.put("f" + index % 3, "text" + index);
        }
        engine.close();
        clock.pass(Duration.ofDays(1));
        SquashRequest request = new SquashRequest(clock.instant(), Optional.empty());
        OfflineSquash offline = new OfflineSquash(folder, settings());

        SquashReport preview = offline.preview(request);
        assertThat(preview).isEqualTo(new SquashReport(30, 27, 17 * 6 + 10 * 5));
        assertThat(offline.preview(request)).isEqualTo(preview);
        assertThat(offline.run(request)).isEqualTo(preview);
        assertThat(offline.preview(request)).isEqualTo(new SquashReport(0, 0, 0));
        engine = Engine.open(folder, settings());
        assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("f0", "f1", "f2");
    }

    @Test
    void aSquashedBranchGoesWholly() throws Exception {
        engine.put("a", LARGE);
        engine.put("a", LARGE + 1);
        squash();
        engine.pfs.branches().delete(MASTER, true);
        engine.pfs.awaitBackground();

        assertThat(blobs()).isEmpty();
        assertThat(engine.pfs.check().rows()).isZero();
        engine.pfs.branches().create(MASTER);
        engine.put("a", "1");
        assertThat(engine.text("a")).contains("1");
    }
}
