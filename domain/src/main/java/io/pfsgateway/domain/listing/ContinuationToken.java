package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.RequestFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a listing goes on: the commit that its first page read, and the entry behind which the next page starts. Its text is
 * bound to the bucket by a digest, so that one of another bucket, or an altered one, is refused; it is not a secret, and gives
 * nothing that a reader of the bucket could not ask for.
 */
public record ContinuationToken(BucketName bucket, CommitId commit, String after) {
    private static final byte FORMAT = 1;
    private static final int COMMIT_BYTES = 32;

    /** The token as a client carries it: letters, digits, {@code -} and {@code _}. */
    public String text() {
        return SealedText.seal(bucket.toString(), payload());
    }

    private byte[] payload() {
        byte[] name = after.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + COMMIT_BYTES + name.length)
                .put(FORMAT)
                .put(commit.value().getBytes(StandardCharsets.US_ASCII))
                .put(name)
                .array();
    }

    /**
     * Reads a token for a bucket.
     *
     * @throws RequestFailure when it is not one of this bucket's
     */
    public static ContinuationToken parse(BucketName bucket, String text) {
        byte[] payload = SealedText.open(bucket.toString(), text).orElseThrow(() -> invalid(text));
        if (payload.length <= 1 + COMMIT_BYTES || payload[0] != FORMAT) {
            throw invalid(text);
        }
        CommitId commit = CommitId.tryParse(new String(payload, 1, COMMIT_BYTES, StandardCharsets.US_ASCII))
                .orElseThrow(() -> invalid(text));
        int nameStart = 1 + COMMIT_BYTES;
        String after = new String(payload, nameStart, payload.length - nameStart, StandardCharsets.UTF_8);
        ContinuationToken token = new ContinuationToken(bucket, commit, after);
        if (!token.text().equals(text)) {
            throw invalid(text);
        }
        return token;
    }

    /** The failure that answers a token which is not this bucket's, or whose commit is gone. */
    public static RequestFailure invalid(String text) {
        return RequestFailure.invalidArgument(
                "continuation-token", text, "The continuation token provided is incorrect.");
    }
}
