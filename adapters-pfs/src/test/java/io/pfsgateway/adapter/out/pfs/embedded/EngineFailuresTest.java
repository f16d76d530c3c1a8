package io.pfsgateway.adapter.out.pfs.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.model.PfsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineFailuresTest {
    private static final Subject SUBJECT =
            Subject.of(BranchId.of("b", "r"), CommitRef.parse("HEAD^2"), new ObjectKey("k"));

    private static GatewayFailure translated(io.pfsgateway.pfs.model.FailureKind kind) {
        return EngineFailures.of(new PfsException(kind, "at /srv/secret/path"), SUBJECT.ofUpload("u"));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SUCH_PROJECT,NO_SUCH_BUCKET",
        "NO_SUCH_REPO,NO_SUCH_BUCKET",
        "NO_SUCH_BRANCH,NO_SUCH_BUCKET",
        "NO_SUCH_COMMIT,NO_SUCH_VERSION",
        "NO_SUCH_STAGED,NO_SUCH_UPLOAD",
        "NOT_EMPTY,BRANCH_IN_USE",
        "PRECONDITION_FAILED,PRECONDITION_FAILED",
        "HASH_MISMATCH,CONTENT_HASH_MISMATCH",
        "NO_SPACE,OUT_OF_SPACE",
        "UNAVAILABLE,FILE_SYSTEM_UNAVAILABLE",
        "LOCKED,FILE_SYSTEM_UNAVAILABLE",
        "FOREIGN_FOLDER,FILE_SYSTEM_UNAVAILABLE",
        "FORMAT_TOO_NEW,FILE_SYSTEM_UNAVAILABLE",
        "OUTCOME_UNKNOWN,OUTCOME_UNKNOWN",
        "CORRUPT,DATA_CORRUPT"
    })
    void givesEachKindItsMeaningAndKeepsTheEnginesTextFromClients(
            io.pfsgateway.pfs.model.FailureKind kind, FailureKind meaning) {
        GatewayFailure failure = translated(kind);
        assertThat(failure.kind()).isEqualTo(meaning);
        assertThat(failure.reason()).doesNotContain("/srv");
    }

    @Test
    void namesWhatFailed() {
        assertThat(translated(io.pfsgateway.pfs.model.FailureKind.NO_SUCH_BRANCH))
                .isInstanceOfSatisfying(
                        BucketFailure.class,
                        failure -> assertThat(failure.bucket()).isEqualTo("b.r"));
        assertThat(translated(io.pfsgateway.pfs.model.FailureKind.NO_SUCH_COMMIT))
                .isInstanceOfSatisfying(KeyFailure.class, failure -> {
                    assertThat(failure.key()).isEqualTo("k");
                    assertThat(failure.reason()).contains("HEAD^2");
                });
        assertThat(translated(io.pfsgateway.pfs.model.FailureKind.NO_SUCH_STAGED))
                .isInstanceOfSatisfying(
                        UploadFailure.class,
                        failure -> assertThat(failure.uploadId()).isEqualTo("u"));
    }
}
