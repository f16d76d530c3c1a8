package io.pfsgateway.pfs.server.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.model.FilePath;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a call may ask for. */
final class ChangeSetTest {
    private static final FilePath FIRST = FilePath.of("p0");
    private static final FilePath SECOND = FilePath.of("p1");
    private static final ByteString BYTE = ByteString.copyFromUtf8("x");

    @TempDir
    Path folder;

    private EmbeddedPfs pfs;

    @BeforeEach
    void open() throws IOException {
        pfs = EmbeddedPfs.open(folder, PfsSettings.defaults());
    }

    @AfterEach
    void close() {
        pfs.close();
    }

    @Test
    void countsThePiecesThatFilesAreMadeOf() {
        try (ChangeSet changes = new ChangeSet(pfs.staging(), new ChangeMemory(100_000, 200_000))) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            changes.append(FIRST, BYTE);
                            changes.append(SECOND, BYTE);
                        }
                    })
                    .satisfies(refused ->
                            assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));
        }
    }

    @Test
    void takesBytesForOnePathAsOnePiece() {
        try (ChangeSet changes = new ChangeSet(pfs.staging(), new ChangeMemory(100_000, 200_000))) {
            for (int i = 0; i < 1_000; i++) {
                changes.append(FIRST, BYTE);
            }
            changes.settle();

            assertThat(changes.find(FIRST)).isPresent();
        }
    }

    @Test
    void takesNoMoreOfAllCallsTogetherUntilOneHasEnded() {
        ChangeMemory memory = new ChangeMemory(100_000, 150_000);
        try (ChangeSet second = new ChangeSet(pfs.staging(), memory)) {
            try (ChangeSet first = new ChangeSet(pfs.staging(), memory)) {
                putPieces(first, 150);
                assertThatExceptionOfType(StatusRuntimeException.class)
                        .isThrownBy(() -> putPieces(second, 150))
                        .withMessageContaining("try again later");
            }
            putPieces(second, 20);
        }
        try (ChangeSet third = new ChangeSet(pfs.staging(), memory)) {
            putPieces(third, 150);
            assertThat(third.find(FIRST)).isPresent();
        }
    }

    /** Each takes some 512 bytes. */
    private static void putPieces(ChangeSet changes, int count) {
        for (int i = 0; i < count; i++) {
            changes.append(i % 2 == 0 ? FIRST : SECOND, BYTE);
        }
    }
}
