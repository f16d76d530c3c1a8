package io.pfsgateway.pfs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows are found: how many are asked for by key, and how many walks over the store that takes. */
final class RowsCostTest {
    private static final long LINE = 7;
    private static final CommitId COMMIT = CommitId.random();
    private static final Sha256 HASH = Sha256.parse("00".repeat(Sha256.LENGTH));

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("store"), new StoreSettings(8 << 20, 8 << 20, false), new SystemDisk());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static FilePath path(int number) {
        return FilePath.of("path-%06d".formatted(number));
    }

    /** A row whose size tells which it is. */
    private static FileRow row(int number, long sequence) {
        return new FileRow(COMMIT, Instant.EPOCH, new ContentId(1), number * 1_000L + sequence, HASH, 0, Bytes.EMPTY);
    }

    private void fill(int paths, int versions) {
        store.writeRelaxed(batch -> {
            for (int number = 0; number < paths; number++) {
                for (int sequence = 1; sequence <= versions; sequence++) {
                    Tables.ROWS.put(batch, Keys.row(LINE, path(number), sequence), row(number, sequence));
                }
            }
        });
    }

    private static List<Rows.Place> places(IntStream numbers, long sequence) {
        return numbers.mapToObj(number -> new Rows.Place(new LineSequence(LINE, sequence), path(number)))
                .toList();
    }

    @Test
    void aPageOfPathsWithOneVersionStepsFromRowToRow() {
        fill(1_000, 1);
        try (View view = store.view()) {
            CountingReader reader = new CountingReader(view);
            List<FileRow> rows = Rows.at(reader, places(IntStream.range(0, 1_000), 1));
            assertThat(rows).extracting(FileRow::size).containsExactlyElementsOf(sizes(IntStream.range(0, 1_000), 1));
            assertThat(reader.cursors).isEqualTo(1);
            assertThat(reader.keys).isZero();
        }
    }

    @Test
    void aPageBehindManyDeadRowsStepsFromRowToRow() {
        fill(6_000, 1);
        IntStream numbers = IntStream.concat(IntStream.range(0, 500), IntStream.range(5_500, 6_000));
        try (View view = store.view()) {
            CountingReader reader = new CountingReader(view);
            List<FileRow> rows = Rows.at(reader, places(numbers, 1));
            assertThat(rows).hasSize(1_000);
            assertThat(rows.get(999).size()).isEqualTo(5_999_001);
            assertThat(reader.keys).isZero();
        }
    }

    @Test
    void aPageOfPathsWithManyVersionsAsksForNearlyAllOfThemByKey() {
        fill(200, 50);
        try (View view = store.view()) {
            CountingReader reader = new CountingReader(view);
            List<FileRow> rows = Rows.at(reader, places(IntStream.range(0, 200), 3));
            assertThat(rows).extracting(FileRow::size).containsExactlyElementsOf(sizes(IntStream.range(0, 200), 3));
            assertThat(reader.keys).isGreaterThanOrEqualTo(190);
        }
    }

    @Test
    void aRowThatIsNotWhereTheIndexSaysIsNamed() {
        fill(20, 1);
        try (View view = store.view()) {
            List<Rows.Place> wrong = new ArrayList<>(places(IntStream.range(0, 10), 1));
            wrong.add(5, new Rows.Place(new LineSequence(LINE, 1), FilePath.of("path-000004a")));
            assertThatThrownBy(() -> Rows.at(view, wrong))
                    .isInstanceOfSatisfying(
                            PfsException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CORRUPT))
                    .hasMessageContaining("path-000004a");
        }
    }

    @Test
    void theNewestVersionsOfManyPathsTakeOneWalkForEachLine() {
        fill(1_000, 2);
        long parent = LINE - 1;
        store.writeRelaxed(batch -> {
            Tables.ROWS.put(batch, Keys.row(parent, FilePath.of("old"), 1), row(0, 1));
            Tables.ROWS.put(batch, Keys.row(LINE, path(3), 9), new DeletedRow(COMMIT, Instant.EPOCH));
        });
        List<FilePath> asked = new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(RowsCostTest::path).toList());
        asked.addAll(List.of(FilePath.of("old"), FilePath.of("never")));
        try (View view = store.view()) {
            CountingReader reader = new CountingReader(view);
            List<LineSequence> chain = List.of(new LineSequence(LINE, 9), new LineSequence(parent, 1));
            Map<FilePath, FileVersion> found = Rows.findVersions(reader, chain, asked);
            for (FilePath path : asked) {
                assertThat(found.get(path))
                        .isEqualTo(Rows.findVersion(view, chain, path).orElse(null));
            }
            assertThat(found).hasSize(1_001).doesNotContainKey(FilePath.of("never"));
            assertThat(reader.cursors).isEqualTo(2);
        }
    }

    private static List<Long> sizes(IntStream numbers, long sequence) {
        return numbers.mapToObj(number -> number * 1_000L + sequence).toList();
    }
}
