package io.pfsgateway.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition.Verdict;
import io.pfsgateway.domain.file.FileVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WriteConditionTest {
    private static final FileVersion FILE = Samples.file("2026-01-01T00:00:10.900Z");

    @ParameterizedTest
    @CsvSource({
        ", , HOLDS, HOLDS",
        "same, , HOLDS, NO_OBJECT",
        "any, , HOLDS, NO_OBJECT",
        "other, , FAILED, NO_OBJECT",
        ", same, FAILED, HOLDS",
        ", any, FAILED, HOLDS",
        ", other, HOLDS, HOLDS",
        "same, other, HOLDS, NO_OBJECT",
        "same, any, FAILED, NO_OBJECT"
    })
    void onTagsAreDecidedOnWhatIsThere(
            @Nullable String match, @Nullable String noneMatch, Verdict there, Verdict absent) {
        WriteCondition condition = WriteCondition.tags(Samples.match(match), Samples.match(noneMatch));
        assertThat(condition.decide(Optional.of(FILE))).isEqualTo(there);
        assertThat(condition.decide(Optional.empty())).isEqualTo(absent);
    }

    private static WriteCondition of(Optional<Instant> time, OptionalLong size, Optional<LastChange> change) {
        return new WriteCondition(Optional.empty(), Optional.empty(), time, size, change);
    }

    private static FileVersion writtenBy(CommitId commit) {
        return new FileVersion(
                FILE.key(), FILE.sizeBytes(), FILE.etag(), FILE.lastModified(), commit, FILE.attributes());
    }

    @Test
    void onTimeAndSizeAskForAnObjectThatHasThem() {
        Optional<Instant> time = Optional.of(Instant.parse("2026-01-01T00:00:10Z"));
        Optional<Instant> otherTime = Optional.of(Instant.parse("2026-01-01T00:00:11Z"));
        Optional<LastChange> writer = Optional.of(new LastChange.Written(FILE));
        Optional<LastChange> other = Optional.of(new LastChange.Written(writtenBy(Samples.OTHER)));
        assertThat(of(time, OptionalLong.of(5), writer).decide(Optional.of(FILE)))
                .isEqualTo(Verdict.HOLDS);
        assertThat(of(otherTime, OptionalLong.of(5), writer).decide(Optional.of(FILE)))
                .isEqualTo(Verdict.FAILED);
        assertThat(of(time, OptionalLong.of(6), writer).decide(Optional.of(FILE)))
                .isEqualTo(Verdict.FAILED);
        assertThat(of(time, OptionalLong.of(5), other).decide(Optional.of(FILE)))
                .isEqualTo(Verdict.FAILED);
        assertThat(of(time, OptionalLong.empty(), Optional.empty()).decide(Optional.empty()))
                .isEqualTo(Verdict.NO_OBJECT);
        assertThat(of(Optional.empty(), OptionalLong.of(5), Optional.empty()).decide(Optional.empty()))
                .isEqualTo(Verdict.NO_OBJECT);
    }

    @Test
    void onTheVersionThatWasFoundHoldForItsWriterAlone() {
        WriteCondition unchanged = WriteCondition.unchangedSince(FILE);
        assertThat(unchanged.found()).contains(FILE);
        assertThat(unchanged.decide(Optional.of(FILE))).isEqualTo(Verdict.HOLDS);
        assertThat(unchanged.decide(Optional.of(writtenBy(Samples.OTHER)))).isEqualTo(Verdict.FAILED);
        assertThat(unchanged.decide(Optional.empty(), Optional.of(Samples.WRITER)))
                .isEqualTo(Verdict.NO_OBJECT);
    }

    @Test
    void onADeletionHoldForNoObjectThatIsThere() {
        WriteCondition byWriter = WriteCondition.deletedBy(Samples.WRITER);
        assertThat(byWriter.decide(Optional.of(FILE))).isEqualTo(Verdict.FAILED);
        assertThat(byWriter.decide(Optional.empty(), Optional.of(Samples.WRITER)))
                .isEqualTo(Verdict.HOLDS);
        assertThat(byWriter.decide(Optional.empty(), Optional.of(Samples.OTHER)))
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void thatAskNothingSaySo() {
        assertThat(WriteCondition.NONE.isNone()).isTrue();
        assertThat(WriteCondition.ABSENT.isNone()).isFalse();
    }
}
