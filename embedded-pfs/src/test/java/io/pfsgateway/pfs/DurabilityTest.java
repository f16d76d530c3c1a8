package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.model.CommitRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurabilityTest {
    @TempDir
    Path folder;

    private final WatchedDisk disk = new WatchedDisk();
    private Engine engine;

    @BeforeEach
    void open() throws Exception {
        engine = Engine.withMaster(
                folder,
                Engine.settings().withDisk(disk).withInlineLimitBytes(100).withChangesPerEpoch(10_000));
        engine.pfs.awaitBackground();
        disk.forced.clear();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aSmallFileForcesTheLogOnceAndNothingElse() {
        engine.put("a", "1");

        assertThat(disk.forced).containsExactly("log");
    }

    @Test
    void aLargeFileIsForcedWithItsFolderBeforeTheLog() {
        engine.put("a", "x".repeat(1_000));

        assertThat(disk.forced).containsExactly("folder blobs", "file", "folder 01", "log");
    }

    @Test
    void whatWasForcedAndCommittedIsCounted() {
        PfsStatistics before = engine.pfs.statistics();
        engine.put("a", "1");
        engine.put("b", "x".repeat(1_000));
        engine.stage(new byte[10], "tag");
        engine.delete(MASTER, "missing");
        PfsStatistics after = engine.pfs.statistics();

        assertThat(after.commits() - before.commits()).isEqualTo(2);
        assertThat(after.groups() - before.groups()).isEqualTo(3);
        assertThat(after.forcedLogs() - before.forcedLogs()).isEqualTo(3);
        assertThat(after.forcedFiles() - before.forcedFiles()).isEqualTo(1);
        assertThat(after.forcedFolders() - before.forcedFolders()).isEqualTo(2);
    }

    @Test
    void aFolderIsForcedIntoItsParentOnlyTheFirstTime() {
        for (int index = 0; index < 256; index++) {
            engine.put("a" + index, "x".repeat(1_000));
        }
        disk.forced.clear();
        engine.put("b", "x".repeat(1_000));

        assertThat(disk.forced).containsExactly("file", "folder 01", "log");
    }

    @Test
    void eachOtherChangeForcesTheLogOnce() {
        engine.stage(new byte[10], "tag");
        engine.fork("fork", CommitRef.HEAD);
        engine.put("a", "1");
        engine.delete(MASTER, "a");

        assertThat(disk.forced).containsExactly("log", "log", "log", "log");
    }

    @Test
    void whatChangesNothingForcesNothing() {
        engine.delete(MASTER, "a", "b");
        engine.text("a");

        assertThat(disk.forced).isEmpty();
    }

    @Test
    void theStoreItselfSawEveryForcedWrite() {
        long before = forcedLogWrites();
        for (int index = 0; index < 10; index++) {
            engine.put("a", "" + index);
        }

        assertThat(forcedLogWrites() - before).isEqualTo(10);
        assertThat(disk.forced).hasSize(10);
    }

    /** As the store itself counts them. */
    private long forcedLogWrites() {
        Matcher counted =
                Pattern.compile("Cumulative WAL: \\d+ writes, (\\d+) syncs").matcher(engine.pfs.storeStatistics());
        assertThat(counted.find()).isTrue();
        return Long.parseLong(counted.group(1));
    }

    @Test
    void manyWritersShareForcedWrites() throws Exception {
        int writers = 16;
        int each = 50;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String path = "w" + writer;
            done.add(threads.submit(() -> {
                for (int index = 0; index < each; index++) {
                    engine.put(path, "" + index);
                }
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();

        assertThat(disk.forced.size()).isLessThan(writers * each);
        assertThat(engine.pfs.history().commits(MASTER, CommitRef.HEAD, 10_000)).hasSize(writers * each + 1);
    }

    @Test
    void theFolderAndItsFormatAreDurableOnceOpened(@TempDir Path other) {
        WatchedDisk fresh = new WatchedDisk();
        Engine.open(other.resolve("new"), Engine.settings().withDisk(fresh)).close();

        assertThat(fresh.forced)
                .containsExactly("folder " + other.getFileName(), "file", "folder new", "folder new", "log", "log");
    }

    @Test
    void eachFolderThatAnOpeningMakesIsForcedIntoTheOneAboveIt(@TempDir Path other) {
        WatchedDisk fresh = new WatchedDisk();
        Engine.open(other.resolve("a/b/c"), Engine.settings().withDisk(fresh)).close();

        assertThat(fresh.forced)
                .startsWith("folder " + other.getFileName(), "folder a", "folder b", "file", "folder c");
    }

    @Test
    void whatAnEarlierOpeningMayNotHaveForcedIsForcedByTheNext() {
        engine.close();
        disk.forced.clear();
        engine = Engine.open(folder, Engine.settings().withDisk(disk));

        assertThat(disk.forced).startsWith("folder " + folder.getFileName(), "log");
    }

    @Test
    void aFolderThatCannotBeForcedIsNotOpenedAndNotHeldEither() {
        engine.close();
        disk.foldersFail = true;
        assertThatThrownBy(() -> EmbeddedPfs.open(folder, Engine.settings().withDisk(disk)))
                .isInstanceOf(IOException.class);
        disk.foldersFail = false;
        engine = Engine.open(folder, Engine.settings().withDisk(disk));

        assertThat(engine.names(MASTER, CommitRef.HEAD)).isEmpty();
    }
}
