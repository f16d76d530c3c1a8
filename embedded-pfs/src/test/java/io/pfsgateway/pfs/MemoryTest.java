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
        assertThat(PfsCaches.withinHeap(50 << 20)).isEqualTo(PfsCaches.sharing(80 << 20));
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
            return engine.pfs.memory().recentBytes();
        }
    }

    @Test
    void tellsWhatTheStoreAndTheIndexHold() throws InterruptedException {
        PfsSettings settings = Engine.settings().withChangesPerEpoch(10);
        try (Engine engine = Engine.withMaster(folder, settings)) {
            PfsMemory empty = engine.pfs.memory();
            for (int index = 0; index < FILES; index++) {
                engine.put("file-" + index, "x".repeat((int) BYTES_OF_FILE));
            }
            engine.pfs.awaitBackground();
            engine.names(MASTER, CommitRef.HEAD);
            PfsMemory written = engine.pfs.memory();
            assertThat(written.unwrittenBytes() - empty.unwrittenBytes()).isGreaterThan(FILES * BYTES_OF_FILE);
            assertThat(written.nodeBytes()).isGreaterThan(empty.nodeBytes());
        }
        try (Engine engine = Engine.open(folder, settings)) {
            PfsMemory opened = engine.pfs.memory();
            for (int index = 0; index < FILES; index++) {
                engine.text("file-" + index);
            }
            assertThat(engine.pfs.memory().blockBytes()).isGreaterThan(opened.blockBytes());
            assertThat(engine.pfs.memory().tableBytes()).isPositive();
        }
    }
}
