package io.pfsgateway.domain.file;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RangeRequestTest {
    private static RangeRequest range(@Nullable Long first, @Nullable Long last) {
        return new RangeRequest(optional(first), optional(last));
    }

    private static OptionalLong optional(@Nullable Long bound) {
        return bound == null ? OptionalLong.empty() : OptionalLong.of(bound);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10, 0, 1",
        "0, 9, 10, 0, 10",
        "3, 5, 10, 3, 3",
        "3, 99, 10, 3, 7",
        "9, 9223372036854775807, 10, 9, 1",
        "3, , 10, 3, 7",
        ", 4, 10, 6, 4",
        ", 10, 10, 0, 10",
        ", 99, 10, 0, 10",
        ", 9223372036854775807, 1, 0, 1"
    })
    void isCutToTheContent(@Nullable Long first, @Nullable Long last, long sizeBytes, long offset, long length) {
        assertThat(range(first, last).within(sizeBytes)).isEqualTo(new ByteRange(offset, length));
    }

    @ParameterizedTest
    @CsvSource({"10, , 10", "10, 12, 10", "0, , 0", "0, 0, 0", ", 0, 10", ", 5, 0"})
    void thatHoldsNoByteIsNotSatisfiable(@Nullable Long first, @Nullable Long last, long sizeBytes) {
        KeyFailure failure =
                catchThrowableOfType(KeyFailure.class, () -> range(first, last).within(sizeBytes));
        assertThat(failure.kind()).isEqualTo(FailureKind.RANGE_NOT_SATISFIABLE);
        assertThat(failure.sizeBytes()).hasValue(sizeBytes);
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "-1, 3", "-1, ", ", -1", ", "})
    void refusesWhatIsNoRange(@Nullable Long first, @Nullable Long last) {
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> range(first, last));
    }

    @Test
    void ofBytesDoesNotReachBeyondTheLongestFile() {
        assertThat(new ByteRange(2, 3).lastByte()).isEqualTo(4);
        assertThat(ByteRange.whole(0).lastByte()).isEqualTo(-1);
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new ByteRange(-1, 1));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new ByteRange(0, -1));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new ByteRange(Long.MAX_VALUE, 1));
    }
}
