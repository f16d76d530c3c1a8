package io.pfsgateway.adapter.in.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTranslationTest {
    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void blamesTheServerOnlyForFailuresOfTheFileSystem(FailureKind kind) {
        boolean fileSystem = switch (kind) {
            case FILE_SYSTEM_UNAVAILABLE, OUT_OF_SPACE, OUTCOME_UNKNOWN, DATA_CORRUPT -> true;
            default -> false;
        };

        assertThat(FailureTranslation.codeOf(kind).isServerFault()).isEqualTo(fileSystem);
    }

    @Test
    void tellsTheSizeThatARangeMissed() {
        S3Error error = FailureTranslation.of(KeyFailure.rangeNotSatisfiable(10));

        assertThat(error.code()).isEqualTo(S3ErrorCode.INVALID_RANGE);
        assertThat(error.details()).containsEntry("ActualObjectSize", "10");
        assertThat(error.headers()).containsEntry("Content-Range", "bytes */10");
    }

    @Test
    void namesTheArgumentThatCannotBe() {
        assertThat(FailureTranslation.of(RequestFailure.invalidArgument("versionId", "x", "rule"))
                        .details())
                .containsEntry("ArgumentName", "versionId")
                .containsEntry("ArgumentValue", "x");
    }

    @Test
    void asksToTryAgainWhereThatMayHelp() {
        S3Error error = FailureTranslation.of(FileSystemFailure.unavailable(new IllegalStateException("host:1")));

        assertThat(error.headers()).containsKey("Retry-After");
        assertThat(error.message()).doesNotContain("host:1");
        assertThat(FailureTranslation.of(FileSystemFailure.busy()).headers()).containsKey("Retry-After");
    }

    @Test
    void givesEachCodeOneStatus() {
        assertThat(Arrays.stream(S3ErrorCode.values()).map(S3ErrorCode::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(S3ErrorCode.values()).map(S3ErrorCode::status))
                .allMatch(status -> status >= 400 && status < 600);
    }
}
