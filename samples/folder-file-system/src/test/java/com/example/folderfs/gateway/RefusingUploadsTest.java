package com.example.folderfs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RefusingUploadsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void refusesAnUploadAtItsBeginningAndKeepsNothingOfIt() {
        UploadBookkeeping uploads = RefusingUploads.bookkeeping();
        BranchId branch = BranchId.of("master", "repo");
        Upload upload = new Upload(
                UploadId.begunAt(NOW), branch, new ObjectKey("a"), ObjectAttributes.NONE, Optional.empty(), NOW);
        assertThatThrownBy(() -> uploads.registry().begin(upload))
                .isInstanceOfSatisfying(BucketFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.READ_ONLY_BUCKET);
                    assertThat(failure.bucket()).isEqualTo("master.repo");
                });
        assertThat(uploads.registry().find(upload.id())).isEmpty();
        assertThat(uploads.endings().end(upload.id())).isEmpty();
    }
}
