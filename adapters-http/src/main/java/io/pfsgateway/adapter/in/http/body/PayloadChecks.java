package io.pfsgateway.adapter.in.http.body;

/**
 * Which of a client's declarations {@link PayloadStream} verifies itself. The rest always holds: framing, chunk
 * signatures, length, {@code Content-MD5}.
 *
 * @param sha256 compute the SHA-256 that the declaration gives; false where a store does so anyway and compares
 * @param checksums take the headers {@code x-amz-checksum-*} as those of this body; false for
 *     CompleteMultipartUpload, where they are of the object (a checksum in a trailer is of the body in any case)
 */
public record PayloadChecks(boolean sha256, boolean checksums) {
    /** Verifies everything. */
    public static final PayloadChecks ALL = new PayloadChecks(true, true);

    /** Leaves {@link PayloadStream#declaredSha256()} to the caller. */
    public PayloadChecks withoutSha256() {
        return new PayloadChecks(false, checksums);
    }

    /** Takes no notice of checksum headers, which are not about this body. */
    public PayloadChecks withoutChecksums() {
        return new PayloadChecks(sha256, false);
    }
}
