package io.pfsgateway.adapter.in.http.body;

import java.io.IOException;
import java.util.Map;

/**
 * A body, or what its headers say of it, is not as it should be. It is an {@link IOException} so that it passes through
 * whatever reads the stream; the message is a sentence for the client.
 */
public final class BodyProblem extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. Each constant names the S3 error that says the same; the mapping itself lives outside. */
    public enum Kind {
        /** {@code Content-MD5} is not the base64 of sixteen bytes: {@code InvalidDigest}. */
        INVALID_DIGEST,
        /** {@code Content-MD5} is that of other bytes: {@code BadDigest}. */
        BAD_DIGEST,
        /** {@code x-amz-content-sha256} is that of other bytes: {@code XAmzContentSHA256Mismatch}. */
        CONTENT_SHA256_MISMATCH,
        /** A checksum is of no known sort, or is one too many: {@code InvalidRequest}. */
        INVALID_CHECKSUM,
        /** A checksum's value cannot be one of its sort, and so is not that of the bytes: {@code BadDigest}. */
        MALFORMED_CHECKSUM,
        /** A checksum is that of other bytes: {@code BadDigest}. */
        CHECKSUM_MISMATCH,
        /** {@code x-amz-decoded-content-length} is no number: {@code InvalidArgument}. */
        INVALID_LENGTH,
        /** The body ended before its announced length, or before its last chunk: {@code IncompleteBody}. */
        INCOMPLETE_BODY,
        /** The body is longer than announced: {@code IncompleteBody}. */
        EXCESS_BODY,
        /** The framing of the chunks cannot be read: {@code InvalidChunkSizeError}. */
        MALFORMED_CHUNK,
        /** A chunk or the trailer has another signature than ours, or none: {@code SignatureDoesNotMatch}. */
        CHUNK_SIGNATURE_MISMATCH,
        /** The trailer cannot be read, or holds what was not announced: {@code MalformedTrailerError}. */
        MALFORMED_TRAILER,
        /** The trailer lacks what was announced: {@code MalformedTrailerError}. */
        MISSING_TRAILER,
        /** A form cannot be taken apart: {@code MalformedPOSTRequest}. */
        MALFORMED_FORM,
        /** A form's file is longer than its policy allows: {@code EntityTooLarge}. */
        TOO_LARGE,
        /** A form's file is shorter than its policy wants: {@code EntityTooSmall}. */
        TOO_SMALL
    }

    private final Kind kind;
    private final transient Map<String, String> details;

    BodyProblem(Kind kind, String message) {
        this(kind, message, Map.of());
    }

    /** A problem with further elements for the S3 error, by their names in its XML. */
    public BodyProblem(Kind kind, String message, Map<String, String> details) {
        super(message);
        this.kind = kind;
        this.details = Map.copyOf(details);
    }

    /** For whoever computes the SHA-256 of a body in place of {@link PayloadStream}, and finds another than declared. */
    public static BodyProblem contentSha256Mismatch(String declaredHex, String computedHex) {
        return new BodyProblem(
                Kind.CONTENT_SHA256_MISMATCH,
                "The provided 'x-amz-content-sha256' header does not match what was computed.",
                Map.of(
                        "ClientComputedContentSHA256", declaredHex,
                        "S3ComputedContentSHA256", computedHex));
    }

    static BodyProblem badDigest(String expected, String calculated) {
        return new BodyProblem(
                Kind.BAD_DIGEST,
                "The Content-MD5 you specified did not match what we received.",
                Map.of("ExpectedDigest", expected, "CalculatedDigest", calculated));
    }

    static BodyProblem incomplete() {
        return new BodyProblem(
                Kind.INCOMPLETE_BODY, "The request body terminated unexpectedly: it is shorter than announced.");
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Further elements of the S3 error, by their names in its XML. */
    public Map<String, String> details() {
        return details;
    }
}
