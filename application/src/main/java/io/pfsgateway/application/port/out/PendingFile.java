package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.Optional;

/** A file whose bytes are being written, until {@link #commit}. */
public interface PendingFile extends PendingContent {
    /**
     * Commits what was written. To be called once, after the last byte was written and verified.
     *
     * @param sha256 the SHA-256 that the bytes must have, where the writer announced one; the file system hashes anyway, so that
     *     it is checked here and nowhere else
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch has gone
     * @throws KeyFailure with {@code PRECONDITION_FAILED}, {@code NO_SUCH_KEY} or {@code PATH_COLLISION}
     * @throws RequestFailure with {@code CONTENT_HASH_MISMATCH}
     */
    CommittedFile commit(ObjectAttributes attributes, WriteCondition condition, Optional<ContentHash> sha256);
}
