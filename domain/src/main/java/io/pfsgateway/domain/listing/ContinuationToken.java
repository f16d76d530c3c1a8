package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.RequestFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a listing goes on: the commit that its first page read, and the entry behind which the next page starts. Its text is
 * bound to the bucket by a digest, so that one of another bucket, or an altered one, is refused; it is not a secret, and gives
 * nothing that a reader of the bucket could not ask for.
 */
public record ContinuationToken(BucketName bucket, CommitId commit, String after) {
    private static final byte FORMAT = 1;
    private static final int DIGEST_BYTES = 12;
    private static final int COMMIT_BYTES = 32;

    /** The token as a client carries it: letters, digits, {@code -} and {@code _}. */
    public String text() {
        byte[] payload = payload();
        byte[] digest = digest(bucket, payload);
        byte[] whole = ByteBuffer.allocate(digest.length + payload.length)
                .put(digest)
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
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
        byte[] whole = decode(text);
        if (whole.length <= DIGEST_BYTES + 1 + COMMIT_BYTES) {
            throw invalid(text);
        }
        byte[] payload = Arrays.copyOfRange(whole, DIGEST_BYTES, whole.length);
        if (!Arrays.equals(digest(bucket, payload), Arrays.copyOf(whole, DIGEST_BYTES)) || payload[0] != FORMAT) {
            throw invalid(text);
        }
        CommitId commit = new CommitId(new String(payload, 1, COMMIT_BYTES, StandardCharsets.US_ASCII));
        int nameStart = 1 + COMMIT_BYTES;
        String after = new String(payload, nameStart, payload.length - nameStart, StandardCharsets.UTF_8);
        ContinuationToken token = new ContinuationToken(bucket, commit, after);
        if (!token.text().equals(text)) {
            throw invalid(text);
        }
        return token;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw invalid(text);
        }
    }

    /** The failure that answers a token which is not this bucket's, or whose commit is gone. */
    public static RequestFailure invalid(String text) {
        return RequestFailure.invalidArgument(
                "continuation-token", text, "The continuation token provided is incorrect.");
    }

    private static byte[] digest(BucketName bucket, byte[] payload) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bucket.toString().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return Arrays.copyOf(sha256.digest(payload), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
