package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.content.Digests;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Part;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.staged.StagedPart;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagingTest {
    private static final Bytes TOKEN = Bytes.utf8("upload 1");

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, Engine.settings().withInlineLimitBytes(1_000));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void composesPartsInTheGivenOrder() {
        StagedPart first = engine.stage(bytes(5_000, 1), "1");
        StagedPart second = engine.stage(bytes(10, 2), "2");

        CommitResult result = compose("c", List.of(second.id(), first.id(), second.id()));

        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "c"))
                .contains(concat(bytes(10, 2), bytes(5_000, 1), bytes(10, 2)));
        assertThat(result.row().parts()).isEqualTo(3);
        assertThat(result.row().hash())
                .isEqualTo(Digests.ofParts(List.of(
                        new Part(10, second.hash(), Bytes.EMPTY),
                        new Part(5_000, first.hash(), Bytes.EMPTY),
                        new Part(10, second.hash(), Bytes.EMPTY))));
        assertThat(engine.pfs.check().findings()).isEmpty();
    }

    @Test
    void tellsThePartsOfAComposedFile() {
        StagedPart first = engine.stage(bytes(5_000, 1), "1");
        StagedPart second = engine.stage(bytes(0, 2), "2");
        compose("c", List.of(first.id(), second.id()));

        try (OpenFile file = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD, FilePath.of("c"))
                .orElseThrow()) {
            assertThat(file.parts())
                    .containsExactly(
                            new Part(5_000, first.hash(), Bytes.EMPTY), new Part(0, second.hash(), Bytes.EMPTY));
        }
    }

    @Test
    void composedFileOutlivesItsStagedParts() throws Exception {
        StagedPart part = engine.stage(bytes(5_000, 1), "1");
        compose("c", List.of(part.id()));
        assertThat(engine.pfs.staging().release(List.of(part.id()))).isEqualTo(1);
        engine.pfs.awaitBackground();

        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "c")).contains(bytes(5_000, 1));
        assertThat(engine.pfs.check().findings()).isEmpty();
    }

    @Test
    void repeatedComposeIsAnsweredWithTheFirstCommit() {
        StagedPart part = engine.stage(bytes(5_000, 1), "1");
        CommitResult first = compose("c", List.of(part.id()));
        engine.put("other", "1");
        engine.pfs.staging().release(List.of(part.id()));

        CommitResult second = compose("c", List.of(part.id()));

        assertThat(second.repeated()).isTrue();
        assertThat(second.commit()).isEqualTo(first.commit());
        assertThat(second.row()).isEqualTo(first.row());
        assertThat(engine.pfs.history().commits(MASTER, CommitRef.HEAD, 10)).hasSize(3);
    }

    @Test
    void refusesPartsThatAreNotStaged() {
        StagedPart part = engine.stage(bytes(10, 1), "1");
        engine.pfs.staging().release(List.of(part.id()));

        assertThatThrownBy(() -> compose("c", List.of(part.id())))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_STAGED));
        assertThat(engine.pfs.staging().release(List.of(part.id()))).isZero();
    }

    @Test
    void stagedPartsSurviveReopening() {
        StagedPart part = engine.stage(bytes(5_000, 1), "tag");
        engine.close();
        engine = Engine.open(folder, Engine.settings());

        assertThat(engine.pfs.staging().find(part.id())).contains(part);
        compose("c", List.of(part.id()));
        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "c")).contains(bytes(5_000, 1));
    }

    @Test
    void listsStagedPartsInPages() {
        List<ContentId> staged = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            staged.add(engine.stage(bytes(10, index), "tag " + index).id());
        }

        List<StagedPart> first = engine.pfs.staging().list(Optional.empty(), 3);
        List<StagedPart> second =
                engine.pfs.staging().list(Optional.of(first.get(2).id()), 3);

        assertThat(first).extracting(StagedPart::id).containsExactlyElementsOf(staged.subList(0, 3));
        assertThat(second).extracting(StagedPart::id).containsExactlyElementsOf(staged.subList(3, 5));
        assertThat(second.get(1).tag()).isEqualTo(Bytes.utf8("tag 4"));
    }

    @Test
    void stagesRangesOfRangesWithoutMovingBytes() throws Exception {
        byte[] whole = bytes(9_000, 1);
        StagedPart first = engine.stage(Arrays.copyOfRange(whole, 0, 5_000), "1");
        StagedPart second = engine.stage(Arrays.copyOfRange(whole, 5_000, 9_000), "2");
        compose("whole", List.of(first.id(), second.id()));
        ContentId middle = range("whole", 4_000, 3_000);
        compose("middle", List.of(middle));
        ContentId inner = range("middle", 500, 2_000);
        compose("inner", List.of(inner));
        engine.pfs.staging().release(List.of(first.id(), second.id(), middle, inner));
        engine.delete(MASTER, "whole", "middle");
        engine.pfs.awaitBackground();

        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "inner")).contains(Arrays.copyOfRange(whole, 4_500, 6_500));
        assertThat(engine.pfs.check().findings()).isEmpty();
    }

    @Test
    void rangesOfFilesOfManyPartsStayReadable() {
        List<ContentId> parts = new ArrayList<>();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int index = 0; index < 200; index++) {
            parts.add(engine.stage(bytes(11, index), "p").id());
            whole.writeBytes(bytes(11, index));
        }
        compose("many", parts);
        ContentId range = range("many", 5, 2_100);
        compose("copy", List.of(range));
        ContentId again = range("copy", 7, 2_000);
        compose("again", List.of(again));

        assertThat(engine.bytes(MASTER, CommitRef.HEAD, "again"))
                .contains(Arrays.copyOfRange(whole.toByteArray(), 12, 2_012));
        assertThat(engine.pfs.check().findings()).isEmpty();
    }

    @Test
    void refusesARangeBeyondTheEnd() {
        engine.put("a", "12345");

        assertThatThrownBy(() -> range("a", 3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private CommitResult compose(String path, List<ContentId> parts) {
        return engine.pfs
                .files()
                .compose(
                        MASTER,
                        FilePath.of(path),
                        parts.stream()
                                .map(part -> new PartSource(part, Bytes.EMPTY))
                                .toList(),
                        Bytes.EMPTY,
                        Precondition.NONE,
                        path.equals("c") ? TOKEN : Bytes.EMPTY);
    }

    private ContentId range(String path, long offset, long length) {
        try (OpenFile file = engine.pfs
                .reader()
                .open(MASTER, CommitRef.HEAD, FilePath.of(path))
                .orElseThrow()) {
            return engine.pfs
                    .staging()
                    .stageRange(file.content(), offset, length, Bytes.EMPTY)
                    .id();
        }
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
