package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Precondition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit tells of itself, and of those before it. */
final class CommitRecordTest {
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
    void ancestorsAreFoundByArithmetic() {
        engine.put("a", "1");
        CommitId second = engine.put("a", "2");
        engine.put("a", "3");

        assertThat(engine.text(MASTER, CommitRef.HEAD.ancestor(1), "a")).contains("2");
        assertThat(engine.text(MASTER, CommitRef.of(second).ancestor(1), "a")).contains("1");
        assertThat(engine.text(MASTER, CommitRef.HEAD.ancestor(3), "a")).isEmpty();
        assertThatThrownBy(() -> engine.pfs.reader().resolve(MASTER, CommitRef.HEAD.ancestor(4)))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
        assertThatThrownBy(() -> engine.pfs.reader().resolve(MASTER, CommitRef.HEAD.ancestor(Long.MAX_VALUE)))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
        assertThatThrownBy(() -> engine.pfs.reader().resolve(MASTER, CommitRef.of(CommitId.random())))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
    }

    @Test
    void commitIdsHaveTheShapeOfAVersionFourUuid() {
        String id = engine.put("a", "1").toString();

        assertThat(id).matches("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");
        assertThat(CommitId.parse(id)).hasToString(id);
    }

    @Test
    void commitTimesNeverGoBack(@TempDir Path other) {
        Instant[] now = {Instant.parse("2030-01-01T00:00:00Z")};
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        try (Engine timed = Engine.withMaster(other, Engine.settings().withClock(clock))) {
            timed.put("a", "1");
            now[0] = Instant.parse("2029-01-01T00:00:00Z");
            timed.put("a", "2");

            assertThat(timed.pfs.reader().resolve(MASTER, CommitRef.HEAD).time())
                    .isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    @Test
    void whatWasCommittedIsThereAfterReopening() {
        engine.put("a", "1");
        engine.put("big", "x".repeat(10_000));
        engine.close();
        engine = Engine.open(folder, Engine.settings());

        assertThat(engine.text("a")).contains("1");
        assertThat(engine.text("big")).contains("x".repeat(10_000));
    }

    @Test
    void isUnavailableOnceClosed() {
        engine.close();

        assertThatThrownBy(() -> engine.text("a")).satisfies(FileCommitTest.isKind(FailureKind.UNAVAILABLE));
        assertThatThrownBy(() -> engine.put("a", "1")).satisfies(FileCommitTest.isKind(FailureKind.UNAVAILABLE));
    }

    @Test
    void describesItsCommits() {
        engine.put("a", "1");
        CommitResult result = engine.put(MASTER, "b", new byte[2], Precondition.NONE);

        assertThat(engine.pfs.reader().commit(MASTER, CommitRef.HEAD))
                .isEqualTo(result.commit().orElseThrow());
        assertThat(engine.pfs.history().changes(MASTER, CommitRef.HEAD, Optional.empty(), 10))
                .singleElement()
                .satisfies(change -> assertThat(change.path()).isEqualTo(FilePath.of("b")));
    }
}
