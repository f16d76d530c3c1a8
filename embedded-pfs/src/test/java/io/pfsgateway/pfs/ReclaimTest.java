package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.check.CheckReport;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.staged.StagedPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReclaimTest {
    private static final String LARGE = "0123456789".repeat(500);

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, settings());
    }

    private static PfsSettings settings() {
        return Engine.settings().withInlineLimitBytes(1_000).withChangesPerEpoch(10);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void blobsGoWithTheirBranch() throws Exception {
        for (int index = 0; index < 1_200; index++) {
            engine.put("f" + index, index % 10 == 0 ? LARGE : "small");
        }
        assertThat(blobs()).hasSize(120);

        engine.pfs.branches().delete(MASTER, true);
        engine.pfs.awaitBackground();

        assertThat(blobs()).isEmpty();
        assertClean(0);
    }

    @Test
    void aFileUnderWayIsReadToItsEndWhateverIsDeleted() throws Exception {
        engine.put("a", LARGE);
        try (OpenFile file = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD, FilePath.of("a"))
                .orElseThrow()) {
            engine.pfs.branches().delete(MASTER, true);
            engine.pfs.awaitBackground();

            assertThat(file.stream(0, LARGE.length()).readAllBytes()).asString().isEqualTo(LARGE);
            assertThat(blobs()).hasSize(1);
        }
        engine.pfs.awaitBackground();

        assertThat(blobs()).isEmpty();
        assertClean(0);
    }

    @Test
    void aDeadContentComesBackByACopyOfAFileHeldOpen() throws Exception {
        engine.put("a", LARGE);
        try (OpenFile file = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD, FilePath.of("a"))
                .orElseThrow()) {
            engine.pfs.branches().delete(MASTER, true);
            engine.pfs.awaitBackground();
            engine.pfs.branches().create(MASTER);
            engine.pfs.files().copy(MASTER, FilePath.of("b"), file.content(), Bytes.EMPTY, Precondition.NONE);
        }
        engine.pfs.awaitBackground();

        assertThat(engine.text("b")).contains(LARGE);
        assertClean(1);
    }

    @Test
    void aLineStaysAsLongAsAForkNeedsIt() throws Exception {
        engine.put("a", LARGE);
        engine.fork("fork", CommitRef.HEAD);
        engine.put("b", LARGE);
        engine.pfs.branches().delete(MASTER, false);
        engine.pfs.awaitBackground();

        assertThat(engine.text(Engine.branch("fork"), CommitRef.HEAD, "a")).contains(LARGE);
        assertThatThrownBy(() -> engine.text("a")).satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_BRANCH));
        assertClean(2);

        engine.pfs.branches().delete(Engine.branch("fork"), false);
        engine.pfs.awaitBackground();
        assertThat(blobs()).isEmpty();
        assertClean(0);
    }

    @Test
    void reclaimingGoesOnAfterReopening() throws Exception {
        for (int index = 0; index < 30; index++) {
            engine.put("f" + index, LARGE);
        }
        engine.pfs.branches().delete(MASTER, true);
        engine.close();
        engine = Engine.open(folder, settings());
        engine.pfs.awaitBackground();

        assertThat(blobs()).isEmpty();
        assertClean(0);
    }

    @Test
    void releasedPartsGo() throws Exception {
        StagedPart part = engine.stage(new byte[5_000], "1");
        engine.pfs.staging().release(List.of(part.id()));
        engine.pfs.awaitBackground();

        assertThat(blobs()).isEmpty();
        assertClean(0);
    }

    @Test
    void overwrittenVersionsStay() throws Exception {
        engine.put("a", LARGE);
        engine.put("a", "small");
        engine.pfs.awaitBackground();

        assertThat(engine.text(MASTER, CommitRef.HEAD.ancestor(1), "a")).contains(LARGE);
    }

    @Test
    void blobsThatNothingRefersToAreSweptAfterOpening() throws Exception {
        engine.put("a", LARGE);
        Path kept = blobs().get(0);
        Path stray = kept.resolveSibling(String.valueOf(kept.getFileName()).replaceFirst("^0{14}", "00000000000011"));
        engine.close();
        Files.writeString(stray, "left by a crash");
        engine = Engine.open(folder, settings());
        engine.pfs.awaitBackground();

        assertThat(blobs()).containsExactly(kept);
        assertThat(engine.text("a")).contains(LARGE);
    }

    @Test
    void theSweepLeavesUploadsUnderWayAlone() throws Exception {
        engine.close();
        engine = Engine.open(folder, settings());
        StagedPart part = engine.stage(new byte[5_000], "1");
        engine.pfs.awaitBackground();

        assertThat(blobs()).hasSize(1);
        assertThat(engine.pfs.staging().find(part.id())).isPresent();
    }

    private void assertClean(long contents) {
        CheckReport report = engine.pfs.check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.contents()).isEqualTo(contents);
        assertThat(report.leftoverBlobs()).isZero();
    }

    private List<Path> blobs() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
