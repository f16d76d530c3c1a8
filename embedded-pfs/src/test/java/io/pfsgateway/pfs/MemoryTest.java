package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pfsgateway.pfs.model.CommitRef;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private static final int FILES = 300;
    private static final long BYTES_OF_FILE = 1_000;

    @TempDir
    Path folder;

    @Test
    void sharesOutWhatItIsGiven() {
        assertThat(PfsCaches.sharing(80 << 20)).isEqualTo(new PfsCaches(30 << 20, 20 << 20, 30 << 20));
        assertThat(PfsCaches.defaults().heapBytes() + PfsCaches.defaults().blockBytes())
                .isEqualTo(160 << 20);
        assertThat(PfsCaches.fitting(200 << 20)).isEqualTo(PfsCaches.defaults());
        assertThat(PfsCaches.fitting(100 << 20)).isEqualTo(PfsCaches.sharing(80 << 20));
        assertThat(PfsCaches.sharing(80 << 20).fits(100 << 20)).isTrue();
        assertThat(PfsCaches.sharing(80 << 20).fits((100 << 20) - 2)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> PfsCaches.sharing(1 << 20));
    }

    @Test
    void rememberedFilesStayWithinTheirShare() {
        assertThat(recentBytesAfterReading(new PfsCaches(8 << 20, 8 << 20, 8 << 20)))
                .isGreaterThan(FILES * BYTES_OF_FILE);
        assertThat(recentBytesAfterReading(new PfsCaches(64 << 10, 8 << 20, 8 << 20)))
                .isPositive()
                .isLessThanOrEqualTo(64 << 10);
    }

    private long recentBytesAfterReading(PfsCaches caches) {
        try (Engine engine = Engine.withMaster(
                folder.resolve(Long.toString(caches.recentBytes())),
                Engine.settings().withCaches(caches))) {
            for (int index = 0; index < FILES; index++) {
                engine.put("file-" + index, "x".repeat((int) BYTES_OF_FILE));
                assertThat(engine.text("file-" + index)).isPresent();
            }
            return memory(engine).recentBytes();
        }
    }

    @Test
    void bytesThatWereOverwrittenOrDeletedAreNotRememberedAnyLonger() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            long before = memory(engine).recentBytes();
            for (int index = 0; index < FILES; index++) {
                engine.put("file", "x".repeat((int) BYTES_OF_FILE));
                assertThat(engine.text("file")).isPresent();
                engine.put("other", "x".repeat((int) BYTES_OF_FILE));
                assertThat(engine.text("other")).isPresent();
                engine.delete(MASTER, "other");
            }
            assertThat(memory(engine).recentBytes() - before).isBetween(BYTES_OF_FILE, 3 * BYTES_OF_FILE);
        }
    }

    private static PfsMemory memory(Engine engine) {
        return engine.pfs.memory().orElseThrow();
    }

    @Test
    void tellsNothingOnceItIsClosed() {
        Engine engine = Engine.withMaster(folder, Engine.settings());
        assertThat(engine.pfs.memory()).isPresent();
        engine.close();
        assertThat(engine.pfs.memory()).isEmpty();
    }

    @Test
    void tellsWhatTheStoreAndTheIndexHold() throws InterruptedException {
        PfsSettings settings = Engine.settings().withChangesPerEpoch(10);
        try (Engine engine = Engine.withMaster(folder, settings)) {
            PfsMemory empty = memory(engine);
            for (int index = 0; index < FILES; index++) {
                engine.put("file-" + index, "x".repeat((int) BYTES_OF_FILE));
            }
            engine.pfs.awaitBackground();
            engine.names(MASTER, CommitRef.HEAD);
            PfsMemory written = memory(engine);
            assertThat(written.unwrittenBytes() - empty.unwrittenBytes()).isGreaterThan(FILES * BYTES_OF_FILE);
            assertThat(written.nodeBytes()).isGreaterThan(empty.nodeBytes());
        }
        try (Engine engine = Engine.open(folder, settings)) {
            PfsMemory opened = memory(engine);
            for (int index = 0; index < FILES; index++) {
                engine.text("file-" + index);
            }
            assertThat(memory(engine).blockBytes()).isGreaterThan(opened.blockBytes());
            assertThat(memory(engine).tableBytes()).isPositive();
        }
    }
}
