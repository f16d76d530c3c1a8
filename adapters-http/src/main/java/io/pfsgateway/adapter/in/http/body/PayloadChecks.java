package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import java.util.Optional;

/**
 * Which of a client's declarations {@link PayloadStream} verifies itself. The rest always holds: framing, chunk
 * signatures, length, {@code Content-MD5}.
 *
 * @param sha256 compute the SHA-256 that the declaration gives; false where a store does so anyway and compares
 * @param checksums take the headers {@code x-amz-checksum-*} as those of this body; false for
 *     CompleteMultipartUpload, where they are of the object (a checksum in a trailer is of the body in any case)
 * @param otherwise the checksum to compute of a body that declares none
 */
public record PayloadChecks(boolean sha256, boolean checksums, Optional<ChecksumAlgorithm> otherwise) {
    /** Verifies everything, and computes nothing else. */
    public static final PayloadChecks ALL = new PayloadChecks(true, true, Optional.empty());

    /** Leaves {@link PayloadStream#declaredSha256()} to the caller. */
    public PayloadChecks withoutSha256() {
        return new PayloadChecks(false, checksums, otherwise);
    }

    /** Takes no notice of checksum headers, which are not about this body. */
    public PayloadChecks withoutChecksums() {
        return new PayloadChecks(sha256, false, otherwise);
    }

    /** Computes this checksum, if any, of a body that declares none. */
    public PayloadChecks otherwise(Optional<ChecksumAlgorithm> algorithm) {
        return new PayloadChecks(sha256, checksums, algorithm);
    }
}
