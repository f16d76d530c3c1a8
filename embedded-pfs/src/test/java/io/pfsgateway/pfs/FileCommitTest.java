package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.commit.Change;
import io.pfsgateway.pfs.commit.ChangeOutcome;
import io.pfsgateway.pfs.commit.CommitPlan;
import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.commit.FileSource;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.content.Digests;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.read.OpenFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCommitTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, Engine.settings().withInlineLimitBytes(100));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void readsBackWhatWasPut() {
        engine.put("a", "hello");

        assertThat(engine.text("a")).contains("hello");
        assertThat(engine.text("b")).isEmpty();
    }

    @Test
    void rowTellsSizeHashAttributesAndCommit() {
        CommitResult result = engine.put(MASTER, "a", "abc".getBytes(StandardCharsets.UTF_8), Precondition.NONE);

        FileRow row = engine.pfs
                .reader()
                .find(MASTER, CommitRef.HEAD, FilePath.of("a"))
                .orElseThrow()
                .row();
        assertThat(row).isEqualTo(result.row());
        assertThat(row.size()).isEqualTo(3);
        assertThat(row.hash()).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(row.attributes()).isEqualTo(Bytes.utf8("attributes of a"));
        assertThat(row.commit()).isEqualTo(result.commit().orElseThrow().id());
        assertThat(row.parts()).isZero();
    }

    @Test
    void streamsLargeBodiesThroughABlobFile() throws Exception {
        byte[] body = new byte[3_000_000];
        new Random(1).nextBytes(body);
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            for (int offset = 0; offset < body.length; offset += 7_777) {
                writer.write(body, offset, Math.min(7_777, body.length - offset));
            }
            engine.pfs.files().put(MASTER, FilePath.of("big"), writer, Bytes.EMPTY, Precondition.NONE);
        }

        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "big")).contains(body);
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void readsARangeOfAFile() throws Exception {
        engine.put("a", "0123456789".repeat(100));

        try (OpenFile file = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD, FilePath.of("a"))
                .orElseThrow()) {
            assertThat(file.stream(995, 100).readAllBytes()).asString().isEqualTo("56789");
            assertThat(file.stream(3, 4).readAllBytes()).asString().isEqualTo("3456");
            assertThat(file.stream(2_000, 4).readAllBytes()).isEmpty();
        }
    }

    @Test
    void closingAWriterWithoutACommitLeavesNoFile() throws Exception {
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            writer.write(new byte[1_000]);
            assertThat(blobs()).hasSize(1);
        }
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            writer.write(new byte[1_000]);
            writer.finish();
        }

        assertThat(blobs()).isEmpty();
    }

    @Test
    void refusesBytesThatAreNotThoseAnnounced() throws Exception {
        Sha256 other = Digests.finish(Digests.sha256());
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            writer.write(new byte[1_000]);
            assertThatThrownBy(() -> writer.finish(other)).satisfies(isKind(FailureKind.HASH_MISMATCH));
        }

        assertThat(blobs()).isEmpty();
    }

    @Test
    void holdsPathsOfAnyBytes() {
        List<String> paths = List.of("a\0b", "\0", "a", "a\0", "a/b", "ü/é", "x".repeat(1_100), "a//", "/");
        for (String path : paths) {
            engine.put(path, "text of " + path);
        }

        for (String path : paths) {
            assertThat(engine.text(path)).contains("text of " + path);
        }
        assertThat(engine.names(MASTER, CommitRef.HEAD))
                .containsExactlyElementsOf(paths.stream().sorted().toList());
    }

    @Test
    void preconditionSeesTheFileThatStands() {
        engine.put("a", "1");

        assertThatThrownBy(() -> engine.put(MASTER, "a", new byte[1], Precondition.ABSENT))
                .satisfies(isKind(FailureKind.PRECONDITION_FAILED));
        assertThatThrownBy(() -> engine.put(MASTER, "b", new byte[1], Precondition.PRESENT))
                .satisfies(isKind(FailureKind.PRECONDITION_FAILED));
        engine.put(
                MASTER,
                "a",
                new byte[1],
                newest -> newest.flatMap(FileVersion::file).orElseThrow().size() == 1);
        assertThat(engine.pfs.history().commits(MASTER, CommitRef.HEAD, 10)).hasSize(3);
    }

    @Test
    void ofManyThatPutIfAbsentOneWins() throws Exception {
        int racers = 32;
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> outcomes = new ArrayList<>();
        for (int racer = 0; racer < racers; racer++) {
            byte[] body = ("racer " + racer).getBytes(StandardCharsets.UTF_8);
            outcomes.add(threads.submit(() -> {
                start.await();
                return wins(body);
            }));
        }
        start.countDown();
        int winners = 0;
        for (Future<Boolean> outcome : outcomes) {
            winners += outcome.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(winners).isEqualTo(1);
        assertThat(engine.pfs.history().commits(MASTER, CommitRef.HEAD, 10)).hasSize(2);
    }

    private boolean wins(byte[] body) {
        try {
            engine.put(MASTER, "prize", body, Precondition.ABSENT);
            return true;
        } catch (PfsException lost) {
            assertThat(lost.kind()).isEqualTo(FailureKind.PRECONDITION_FAILED);
            return false;
        }
    }

    @Test
    void deletesManyInOneCommitWithAnOutcomeForEach() {
        engine.put("a", "1");
        engine.put("b", "2");
        CommitResult result = engine.pfs
                .files()
                .delete(
                        MASTER,
                        List.of(
                                new Change.Delete(FilePath.of("a"), Precondition.NONE),
                                new Change.Delete(FilePath.of("b"), Precondition.ABSENT),
                                new Change.Delete(FilePath.of("c"), Precondition.NONE),
                                new Change.Delete(FilePath.of("a"), Precondition.NONE)));

        assertThat(result.outcomes())
                .extracting(ChangeOutcome::kind)
                .containsExactly(
                        ChangeOutcome.Kind.DELETED,
                        ChangeOutcome.Kind.PRECONDITION_FAILED,
                        ChangeOutcome.Kind.ABSENT,
                        ChangeOutcome.Kind.DELETED);
        assertThat(result.commit().orElseThrow().changes()).isEqualTo(1);
        assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("b");
        assertThat(engine.text(MASTER, CommitRef.HEAD.ancestor(1), "a")).contains("1");
    }

    @Test
    void deletingWhatIsNotThereMakesNoCommit() {
        CommitId head = engine.put("a", "1");

        assertThat(engine.delete(MASTER, "b", "c").commit()).isEmpty();
        assertThat(engine.pfs.reader().resolve(MASTER, CommitRef.HEAD).id()).isEqualTo(head);
    }

    @Test
    void copiesWithoutMovingBytes() throws Exception {
        engine.put("a", "x".repeat(1_000));
        try (OpenFile source = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD, FilePath.of("a"))
                .orElseThrow()) {
            engine.pfs.files().copy(MASTER, FilePath.of("b"), source.content(), Bytes.EMPTY, Precondition.NONE);
        }
        engine.delete(MASTER, "a");

        assertThat(engine.text("b")).contains("x".repeat(1_000));
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void commitOfSeveralChangesIsAllOrNothing() {
        try (ContentWriter one = engine.pfs.staging().newContent();
                ContentWriter two = engine.pfs.staging().newContent()) {
            CommitPlan plan = CommitPlan.of(
                    MASTER,
                    List.of(
                            new Change.Put(
                                    FilePath.of("a"),
                                    new FileSource.Written(one.finish()),
                                    Bytes.EMPTY,
                                    Precondition.NONE),
                            new Change.Put(
                                    FilePath.of("b"),
                                    new FileSource.Written(two.finish()),
                                    Bytes.EMPTY,
                                    Precondition.PRESENT)));
            assertThatThrownBy(() -> engine.pfs.files().commit(plan))
                    .satisfies(isKind(FailureKind.PRECONDITION_FAILED));
        }

        assertThat(engine.names(MASTER, CommitRef.HEAD)).isEmpty();
    }

    @Test
    void aContentIsCommittedOnce() {
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            engine.pfs.files().put(MASTER, FilePath.of("a"), writer, Bytes.EMPTY, Precondition.NONE);
            assertThatThrownBy(() ->
                            engine.pfs.files().put(MASTER, FilePath.of("b"), writer, Bytes.EMPTY, Precondition.NONE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFailedCommitMayBeTriedAgainWithTheSameBytes() {
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            writer.write(new byte[500]);
            assertThatThrownBy(() ->
                            engine.pfs.files().put(MASTER, FilePath.of("a"), writer, Bytes.EMPTY, Precondition.PRESENT))
                    .satisfies(isKind(FailureKind.PRECONDITION_FAILED));
            engine.pfs.files().put(MASTER, FilePath.of("a"), writer, Bytes.EMPTY, Precondition.NONE);
        }

        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "a")).contains(new byte[500]);
    }

    private List<Path> blobs() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    static org.assertj.core.api.ThrowingConsumer<Throwable> isKind(FailureKind kind) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(
                        PfsException.class, found -> assertThat(found.kind()).isEqualTo(kind));
    }
}
