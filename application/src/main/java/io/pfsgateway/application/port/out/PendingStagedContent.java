package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ContentHash;
import java.util.Optional;

/** A content that is being staged, until {@link #stage}. */
public interface PendingStagedContent extends PendingContent {
    /**
     * Makes what was written durable. To be called once, after the last byte was written and verified.
     *
     * @param sha256 the SHA-256 that the bytes must have, where the writer announced one
     * @throws RequestFailure with {@code CONTENT_HASH_MISMATCH}
     * @throws UploadFailure with {@code NO_SUCH_UPLOAD} where all that was staged for the owner was released meanwhile, if the file
     *     system then has no place for more
     */
    StagedContent stage(Optional<ContentHash> sha256);
}
