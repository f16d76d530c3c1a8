package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pfsgateway.pfs.WatchedDisk.LogFault;
import io.pfsgateway.pfs.commit.ChangeOutcome;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultTest {
    @TempDir
    Path folder;

    private final WatchedDisk disk = new WatchedDisk();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, Engine.settings().withDisk(disk).withInlineLimitBytes(100));
        engine.put("before", "1");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aFullDiskFailsTheUploadAndLeavesNothing() throws Exception {
        disk.blobsFull = true;
        assertThatThrownBy(() -> engine.put("a", "x".repeat(1_000)))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SPACE));
        disk.blobsFull = false;

        assertThat(engine.text("a")).isEmpty();
        assertThat(blobs()).isEmpty();
        engine.put("a", "x".repeat(1_000));
        assertThat(engine.text("a")).contains("x".repeat(1_000));
    }

    @Test
    void bytesThatCouldNotBeForcedAreNeverCommitted() throws Exception {
        disk.filesFail = true;
        assertThatThrownBy(() -> engine.put("a", "x".repeat(1_000)))
                .satisfies(FileCommitTest.isKind(FailureKind.UNAVAILABLE));
        disk.filesFail = false;
        disk.foldersFail = true;
        assertThatThrownBy(() -> engine.put("b", "x".repeat(1_000)))
                .satisfies(FileCommitTest.isKind(FailureKind.UNAVAILABLE));
        disk.foldersFail = false;

        assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("before");
        assertThat(blobs()).isEmpty();
    }

    @Test
    void aLogThatCouldNotBeWrittenLeavesTheOutcomeUnknown() {
        disk.logFault = LogFault.FULL_BEFORE_IT;
        assertThatThrownBy(() -> engine.put("a", "1")).satisfies(FileCommitTest.isKind(FailureKind.OUTCOME_UNKNOWN));
        assertThatThrownBy(() -> engine.put("b", "1")).satisfies(FileCommitTest.isKind(FailureKind.UNAVAILABLE));
        assertThat(engine.text("before")).contains("1");

        disk.logFault = LogFault.NONE;
        await().ignoreExceptions().until(() -> engine.put("c", "1") != null);
        assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("before", "c");
        assertThat(engine.pfs.check().findings()).isEmpty();
    }

    @Test
    void aWriteThatReachedTheDiskIsThereAfterRecovery() {
        disk.logFault = LogFault.BROKEN_AFTER_IT;
        assertThatThrownBy(() -> engine.put("a", "x".repeat(1_000)))
                .satisfies(FileCommitTest.isKind(FailureKind.OUTCOME_UNKNOWN));

        disk.logFault = LogFault.NONE;
        await().ignoreExceptions().until(() -> engine.put("c", "1") != null);
        assertThat(engine.text("a")).contains("x".repeat(1_000));
        assertThat(engine.pfs.check().findings()).isEmpty();
    }

    @Test
    void onAFullDiskDeletingStillWorks() throws Exception {
        engine.put("large", "x".repeat(1_000));
        disk.usableBytes = 0;
        disk.logFault = LogFault.FULL_BEFORE_IT;
        assertThatThrownBy(() -> engine.put("a", "1")).satisfies(FileCommitTest.isKind(FailureKind.OUTCOME_UNKNOWN));
        disk.logFault = LogFault.NONE;

        await().ignoreExceptions()
                .until(() -> engine.delete(MASTER, "before").outcomes().get(0).kind() == ChangeOutcome.Kind.DELETED);
        assertThatThrownBy(() -> engine.put("a", "1")).satisfies(FileCommitTest.isKind(FailureKind.NO_SPACE));
        assertThat(folder.resolve("reserve")).doesNotExist();
        engine.pfs.branches().delete(MASTER, true);
        engine.pfs.awaitBackground();
        assertThat(blobs()).isEmpty();

        disk.usableBytes = Long.MAX_VALUE;
        engine.pfs.branches().create(MASTER);
        engine.put("a", "1");
        assertThat(folder.resolve("reserve")).exists();
    }

    @Test
    void aFolderIsOpenOnceAtATime() {
        assertThatThrownBy(() -> EmbeddedPfs.open(folder, Engine.settings()))
                .satisfies(FileCommitTest.isKind(FailureKind.LOCKED))
                .hasMessageContaining(folder.toString());
        engine.close();
        engine = Engine.open(folder);
        assertThat(engine.text("before")).contains("1");
    }

    @Test
    void refusesAFolderOfANewerFormat() throws Exception {
        engine.close();
        Files.writeString(folder.resolve("format"), "2\n");

        assertThatThrownBy(() -> EmbeddedPfs.open(folder, Engine.settings()))
                .satisfies(FileCommitTest.isKind(FailureKind.FORMAT_TOO_NEW))
                .hasMessageContaining("2");
        Files.writeString(folder.resolve("format"), "1\n");
        engine = Engine.open(folder);
        assertThat(engine.text("before")).contains("1");
    }

    private List<Path> blobs() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
