package io.pfsgateway.domain.listing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Text that a client carries and that comes back as it was or is refused: a digest over its scope and payload, then the payload. */
final class SealedText {
    private static final int DIGEST_BYTES = 12;

    private SealedText() {}

    static String seal(String scope, byte[] payload) {
        byte[] whole = ByteBuffer.allocate(DIGEST_BYTES + payload.length)
                .put(digest(scope, payload))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The payload; empty when the text is not one that {@link #seal} made in this scope. */
    static Optional<byte[]> open(String scope, String text) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (whole.length < DIGEST_BYTES) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(whole, DIGEST_BYTES, whole.length);
        // Base64 has several texts for the same bytes, and only one of them was sealed.
        return seal(scope, payload).equals(text) ? Optional.of(payload) : Optional.empty();
    }

    private static byte[] digest(String scope, byte[] payload) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(scope.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return Arrays.copyOf(sha256.digest(payload), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
