package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.domain.upload.UploadPart;
import java.time.Instant;
import java.util.Optional;

/** Uploads and parts to test with. */
final class Uploads {
    static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05.678Z");
    static final BranchId BRANCH = BranchId.of("master", "images");

    private Uploads() {}

    static Upload of(String key) {
        return new Upload(
                UploadId.begunAt(BEGUN), BRANCH, new ObjectKey(key), ObjectAttributes.NONE, Optional.empty(), BEGUN);
    }

    static RegisteredPart part(int number, String content) {
        return new RegisteredPart(
                new UploadPart(
                        new PartNumber(number),
                        number,
                        new ContentHash("%064x".formatted(number)),
                        Optional.empty(),
                        BEGUN),
                new StagedContentId(content));
    }
}
