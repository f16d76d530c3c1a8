package io.pfsgateway.pfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Recovery;
import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.reclaim.LineRemoval;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineRemovalTest {
    private static final List<Family> OF_A_LINE = List.of(
            Family.LINES,
            Family.COMMITS,
            Family.COMMIT_IDS,
            Family.COMMIT_PATHS,
            Family.TOKENS,
            Family.ROWS,
            Family.CHANGES,
            Family.SEALS,
            Family.UNBUILT,
            Family.NODES);

    @TempDir
    Path folder;

    private Store store;
    private Committer committer;
    private LineRemoval removal;
    private long line;

    /** A branch of three commits, without the background that would remove it. */
    @BeforeEach
    void open() throws Exception {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("a", "1");
            engine.put("b", "2");
            engine.put("c", "3");
        }
        Disk disk = new SystemDisk();
        store = Store.open(folder.resolve("store"), new StoreSettings(8 << 20, 8 << 20, false), disk);
        committer = new Committer(
                store, Clock.systemUTC(), new Recovery(store, new Reserve(folder, 1 << 16, disk)), () -> {});
        committer.start();
        removal = new LineRemoval(store, committer);
        line = HexFormat.fromHexDigitsToLong(
                all(Family.LINES).keySet().iterator().next());
        committer.run((session, moment) -> {
            Tables.RECLAIM.put(session, Keys.deadLine(line), 0L);
            return true;
        });
    }

    @AfterEach
    void close() {
        committer.close();
        store.close();
    }

    @Test
    void commitsThatComeBackWhenTheStoreIsReopenedAreForgottenAgain() throws Exception {
        Map<String, byte[]> commits = all(Family.COMMITS);
        assertThat(commits).hasSizeGreaterThanOrEqualTo(3);
        while (!all(Family.COMMITS).isEmpty()) {
            assertThat(removal.step()).isTrue();
        }
        assertThat(all(Family.LINES)).isNotEmpty();

        loseDeletionsOf(commits);
        runToTheEnd();

        assertThat(all(Family.COMMITS)).isEmpty();
        assertThat(all(Family.COMMIT_IDS)).isEmpty();
        assertThat(all(Family.LINES)).isEmpty();
    }

    @Test
    void nothingOfADeadLineStays() {
        store.writeRelaxed(batch -> OF_A_LINE.stream()
                .filter(family -> all(family).isEmpty())
                .forEach(family -> batch.put(family, Keys.lineSequence(line, 1), new byte[] {1})));
        runToTheEnd();

        for (Family family : OF_A_LINE) {
            assertThat(all(family)).as(family.name()).isEmpty();
        }
    }

    @Test
    void whatWasThereBeforeIsReadToItsEnd() {
        store.compact();
        try (View before = store.snapshot()) {
            Map<String, byte[]> changes = all(before, Family.CHANGES);
            assertThat(changes).isNotEmpty();
            while (!all(Family.LINES).isEmpty()) {
                assertThat(removal.step()).isTrue();
            }

            assertThat(removal.step()).isFalse();
            assertThat(all(before, Family.CHANGES).keySet()).isEqualTo(changes.keySet());
        }

        assertThat(removal.step()).isTrue();
        assertThat(removal.step()).isFalse();
        assertThat(all(Family.CHANGES)).isEmpty();
    }

    /** As a failed disk does with what was never forced. */
    private void loseDeletionsOf(Map<String, byte[]> lost) throws IOException {
        committer.run((session, moment) -> {
            lost.forEach(
                    (key, value) -> session.put(Family.COMMITS, HexFormat.of().parseHex(key), value));
            return true;
        });
        store.reopen();
    }

    private void runToTheEnd() {
        boolean more = true;
        while (more) {
            more = removal.step();
        }
    }

    private Map<String, byte[]> all(Family family) {
        try (View view = store.view()) {
            return all(view, family);
        }
    }

    private static Map<String, byte[]> all(View view, Family family) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (Cursor cursor = view.cursor(family, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                all.put(HexFormat.of().formatHex(cursor.key()), cursor.value());
            }
        }
        return all;
    }
}
