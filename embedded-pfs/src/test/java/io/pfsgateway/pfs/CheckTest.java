package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.check.CheckReport;
import io.pfsgateway.pfs.check.Finding;
import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Batch;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTest {
    @TempDir
    Path folder;

    private FileRow row = new FileRow(
            CommitId.random(), Instant.EPOCH, new ContentId(1), 0, new Sha256(Bytes.of(new byte[32])), 0, Bytes.EMPTY);
    private LineSequence place = new LineSequence(0, 0);

    @BeforeEach
    void fill() throws Exception {
        try (Engine engine = Engine.withMaster(folder, settings())) {
            for (int index = 0; index < 10; index++) {
                engine.put("f" + index, "x".repeat(5_000));
            }
            engine.put("small", "text");
            engine.pfs.awaitBackground();
            row = engine.pfs
                    .reader()
                    .find(MASTER, CommitRef.HEAD, FilePath.of("f3"))
                    .orElseThrow()
                    .row();
            place = engine.pfs
                    .reader()
                    .resolve(MASTER, CommitRef.of(row.commit()))
                    .at();
            assertThat(engine.pfs.check().isClean()).isTrue();
        }
    }

    private static PfsSettings settings() {
        return Engine.settings().withInlineLimitBytes(1_000).withChangesPerEpoch(4);
    }

    @Test
    void findsNothingInASoundFolder() throws Exception {
        CheckReport report = EmbeddedPfs.check(folder, settings());

        assertThat(report.findings()).isEmpty();
        assertThat(report.contents()).isEqualTo(11);
        assertThat(report.rows()).isEqualTo(11);
        assertThat(report.bytes()).isEqualTo(50_004);
        assertThat(report.branches()).isEqualTo(1);
    }

    @Test
    void findsBytesThatChanged() throws Exception {
        Path blob = blob();
        byte[] bytes = Files.readAllBytes(blob);
        bytes[100]++;
        Files.write(blob, bytes);

        assertFinds(Finding.Kind.BYTES);
    }

    @Test
    void findsABlobThatIsMissing() throws Exception {
        Files.delete(blob());

        assertFinds(Finding.Kind.UNREADABLE);
    }

    @Test
    void findsABlobThatIsTooShort() throws Exception {
        Files.write(blob(), new byte[10]);

        assertThat(EmbeddedPfs.check(folder, settings()).isClean()).isFalse();
    }

    @Test
    void findsACountThatIsOff() throws Exception {
        damage(batch -> Tables.REFERENCES.put(batch, Keys.content(row.content()), 3L));

        assertFinds(Finding.Kind.REFERENCES);
    }

    @Test
    void findsARowWithoutItsContent() throws Exception {
        damage(batch -> Tables.CONTENTS.delete(batch, Keys.content(row.content())));

        assertFinds(Finding.Kind.ROW);
    }

    @Test
    void findsARowThatTheIndexDoesNotShow() throws Exception {
        damage(batch -> Tables.ROWS.delete(batch, Keys.row(place.line(), FilePath.of("f3"), place.sequence())));

        assertFinds(Finding.Kind.INDEX);
    }

    @Test
    void findsACommitThatIsMissing() throws Exception {
        damage(batch -> Tables.COMMITS.delete(batch, Keys.lineSequence(place.line(), place.sequence())));

        assertFinds(Finding.Kind.BRANCH);
    }

    @Test
    void findsANodeThatIsMissing() throws Exception {
        damage(batch -> batch.deleteRange(Family.NODES, Keys.first(), Keys.last()));

        assertFinds(Finding.Kind.UNREADABLE);
    }

    @Test
    void refusesAFolderWithoutAFileSystem(@TempDir Path empty) throws Exception {
        assertThatThrownBy(() -> EmbeddedPfs.check(empty, settings())).isInstanceOf(NoSuchFileException.class);
        try (Stream<Path> files = Files.list(empty)) {
            assertThat(files).isEmpty();
        }
    }

    private void assertFinds(Finding.Kind kind) throws IOException {
        assertThat(EmbeddedPfs.check(folder, settings()).findings())
                .extracting(Finding::kind)
                .contains(kind);
    }

    private void damage(Consumer<Batch> damage) throws IOException {
        try (Store store =
                Store.open(folder.resolve("store"), new StoreSettings(8 << 20, 8 << 20, false), new SystemDisk())) {
            store.writeRelaxed(damage::accept);
        }
    }

    private Path blob() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
