package io.pfsgateway.pfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.squash.SquashRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the folder in the middle of a squash is what a process that is killed there leaves. */
final class SquashCrashTest {
    private final ManualClock clock = new ManualClock();
    private final WatchedDisk disk = new WatchedDisk();

    @TempDir
    Path folder;

    @Test
    void whereverItIsCutOffTheFileSystemIsValidAndAnotherSquashEndsIt() throws Exception {
        List<Path> images = new ArrayList<>();
        RandomHistory history;
        Set<CommitId> going;
        SquashRequest request;
        try (Engine engine = Engine.withMaster(folder.resolve("data"), settings())) {
            history = fill(engine);
            request = new SquashRequest(clock.instant().minus(Duration.ofHours(20)), Optional.empty());
            going = new SquashComparison(engine, history).goneBefore(request.before());
            engine.pfs.squash(request, () -> images.add(image(images.size())));
        }
        assertThat(images).hasSizeGreaterThan(15);
        for (Path image : images) {
            assertThat(EmbeddedPfs.check(image, settings()).findings()).isEmpty();
            try (Engine engine = Engine.open(image, settings())) {
                SquashComparison comparison = new SquashComparison(engine, history);
                comparison.whatStays(going);
                assertThat(engine.pfs.check().findings()).isEmpty();
                if (images.indexOf(image) % 3 == 0) {
                    engine.pfs.squash(request, () -> {});
                    comparison.everything(going);
                    assertThat(engine.pfs.check().findings()).isEmpty();
                    assertThat(engine.pfs.check().leftoverBlobs()).isZero();
                }
            }
        }
    }

    @Test
    void aDiskThatFailsInTheMiddleLeavesWhatAnotherSquashEnds() throws Exception {
        RandomHistory history;
        Set<CommitId> going;
        SquashRequest request;
        try (Engine engine = Engine.withMaster(folder.resolve("data"), settings())) {
            history = fill(engine);
            request = new SquashRequest(clock.instant(), Optional.empty());
            going = new SquashComparison(engine, history).goneBefore(request.before());
            int[] steps = {0};
            assertThatThrownBy(() -> engine.pfs.squash(request, () -> {
                        if (++steps[0] == 4) {
                            disk.logFault = WatchedDisk.LogFault.BROKEN_AFTER_IT;
                        }
                    }))
                    .satisfies(FileCommitTest.isKind(FailureKind.OUTCOME_UNKNOWN));
            disk.logFault = WatchedDisk.LogFault.NONE;
        }
        assertThat(EmbeddedPfs.check(folder.resolve("data"), settings()).findings())
                .isEmpty();
        try (Engine engine = Engine.open(folder.resolve("data"), settings())) {
            new SquashComparison(engine, history).whatStays(going);
            engine.pfs.squash(request, () -> {});
            new SquashComparison(engine, history).everything(going);
            assertThat(engine.pfs.check().findings()).isEmpty();
        }
    }

    private PfsSettings settings() {
        return Engine.settings()
                .withClock(clock)
                .withDisk(disk)
                .withReserveBytes(0)
                .withInlineLimitBytes(7)
                .withChangesPerEpoch(20);
    }

    private RandomHistory fill(Engine engine) throws Exception {
        RandomHistory history = new RandomHistory(engine, 11);
        for (int step = 0; step < 80; step++) {
            clock.pass(Duration.ofHours(1));
            history.step();
        }
        engine.pfs.awaitBackground();
        return history;
    }

    private static boolean isNoLock(Path file) {
        return !file.getFileName().toString().equalsIgnoreCase("lock");
    }

    private Path image(int number) {
        Path data = folder.resolve("data");
        Path image = folder.resolve("image" + number);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(SquashCrashTest::isNoLock).toList()) {
                Files.copy(file, image.resolve(data.relativize(file).toString()));
            }
            return image;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
