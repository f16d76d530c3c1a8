package io.pfsgateway.pfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.check.CheckReport;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.squash.SquashReport;
import io.pfsgateway.pfs.squash.SquashRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SquashPropertyTest {
    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesWhatANaiveModelLeaves(long seed) throws Exception {
        PfsSettings settings = Engine.settings()
                .withClock(clock)
                .withInlineLimitBytes(seed % 2 == 0 ? 4 : 1_000)
                .withChangesPerEpoch(seed % 3 == 0 ? 4 : 50);
        RandomHistory history;
        try (Engine engine = Engine.withMaster(folder, settings)) {
            history = new RandomHistory(engine, seed);
            for (int round = 0; round < 3; round++) {
                commit(history, 60);
                squash(engine, history);
            }
            commit(history, 20);
            new SquashComparison(engine, history).everything(history.gone);
        }
        try (Engine engine = Engine.open(folder, settings)) {
            new SquashComparison(engine, history).everything(history.gone);
            assertClean(engine);
        }
    }

    private void commit(RandomHistory history, int steps) {
        for (int step = 0; step < steps; step++) {
            clock.pass(Duration.ofHours(1));
            history.step();
        }
    }

    private void squash(Engine engine, RandomHistory history) throws Exception {
        SquashComparison comparison = new SquashComparison(engine, history);
        Instant before = clock.instant().minus(Duration.ofHours(history.nextInt(70)));
        Set<CommitId> gone = comparison.goneBefore(before);
        Set<CommitId> news = new HashSet<>(gone);
        news.removeAll(history.gone);
        long rows = engine.pfs.check().rows();

        SquashReport report = engine.pfs.squash(new SquashRequest(before, Optional.empty()), () -> {});

        history.gone.addAll(gone);
        assertThat(report.commits()).isEqualTo(news.size());
        assertThat(rows - engine.pfs.check().rows()).isEqualTo(report.versions());
        comparison.everything(gone);
        assertClean(engine);
    }

    private static void assertClean(Engine engine) throws Exception {
        engine.pfs.awaitBackground();
        CheckReport report = engine.pfs.check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.leftoverBlobs()).isZero();
    }
}
