package io.pfsgateway.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.condition.ReadConditions.Verdict;
import io.pfsgateway.domain.file.FileVersion;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadConditionsTest {
    private static final FileVersion FILE = Samples.file("2026-01-01T00:00:10.900Z");

    /** Conditions on tags as {@code same}, {@code other} or {@code any}, and on times as seconds of the file's own minute. */
    private static ReadConditions conditions(
            @Nullable String match, @Nullable String noneMatch, @Nullable Integer since, @Nullable Integer unmodified) {
        return new ReadConditions(Samples.match(match), Samples.match(noneMatch), time(since), time(unmodified));
    }

    private static Optional<Instant> time(@Nullable Integer second) {
        return Optional.ofNullable(second).map(Instant.parse("2026-01-01T00:00:00Z")::plusSeconds);
    }

    @ParameterizedTest
    @CsvSource({
        ", , , , HOLDS",
        "same, , , , HOLDS",
        "any, , , , HOLDS",
        "other, , , , FAILED",
        ", same, , , NOT_MODIFIED",
        ", any, , , NOT_MODIFIED",
        ", other, , , HOLDS",
        ", , 9, , HOLDS",
        ", , 10, , NOT_MODIFIED",
        ", , 11, , NOT_MODIFIED",
        ", , , 9, FAILED",
        ", , , 10, HOLDS",
        ", , , 11, HOLDS"
    })
    void eachDecideAlone(
            @Nullable String match,
            @Nullable String noneMatch,
            @Nullable Integer since,
            @Nullable Integer unmodified,
            Verdict verdict) {
        assertThat(conditions(match, noneMatch, since, unmodified).decide(FILE)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "same, , , 9, HOLDS",
        "other, , , 11, FAILED",
        ", other, 11, , HOLDS",
        ", same, 9, , NOT_MODIFIED",
        "other, same, , , FAILED",
        "same, same, , , NOT_MODIFIED",
        ", same, , 9, FAILED",
        "same, other, 11, 9, HOLDS"
    })
    void letTagsGoBeforeTimesAndFailuresBeforeNotModified(
            @Nullable String match,
            @Nullable String noneMatch,
            @Nullable Integer since,
            @Nullable Integer unmodified,
            Verdict verdict) {
        assertThat(conditions(match, noneMatch, since, unmodified).decide(FILE)).isEqualTo(verdict);
    }
}
