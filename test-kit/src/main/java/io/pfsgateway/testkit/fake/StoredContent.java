package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FilePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Bytes that never change, their hash, and the parts that they were assembled of. */
final class StoredContent {
    private final byte[] bytes;
    private final ContentHash hash;
    private final List<FilePart> parts;

    private StoredContent(byte[] bytes, ContentHash hash, List<FilePart> parts) {
        this.bytes = bytes;
        this.hash = hash;
        this.parts = List.copyOf(parts);
    }

    /** A content in one piece; the array is its own from now on. */
    static StoredContent single(byte[] bytes) {
        return new StoredContent(bytes, ContentHash.of(sha256().digest(bytes)), List.of());
    }

    /** One content made of others, whose hash is the hash over theirs. */
    static StoredContent assembled(List<StoredContent> parts, List<FilePart> described) {
        MessageDigest digest = sha256();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (StoredContent part : parts) {
            digest.update(part.hash.bytes());
            whole.writeBytes(part.bytes);
        }
        return new StoredContent(whole.toByteArray(), ContentHash.of(digest.digest()), described);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    long sizeBytes() {
        return bytes.length;
    }

    ContentHash hash() {
        return hash;
    }

    EntityTag etag() {
        return new EntityTag(hash, Math.max(1, parts.size()));
    }

    List<FilePart> parts() {
        return parts;
    }

    InputStream stream(ByteRange range) {
        requireWithin(range);
        return new ByteArrayInputStream(bytes, (int) range.offset(), (int) range.length());
    }

    StoredContent stretch(ByteRange range) {
        requireWithin(range);
        return single(Arrays.copyOfRange(bytes, (int) range.offset(), (int) (range.offset() + range.length())));
    }

    private void requireWithin(ByteRange range) {
        if (range.offset() > bytes.length || range.length() > bytes.length - range.offset()) {
            throw new IllegalArgumentException("The range " + range + " is not within " + bytes.length + " bytes");
        }
    }
}
