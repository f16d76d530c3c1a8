package io.pfsgateway.adapter.in.http.signature;

import java.util.Arrays;
import java.util.Optional;

/**
 * The ways in which a body may come, by the words of {@code x-amz-content-sha256}. Source: "Authenticating Requests:
 * Using the Authorization Header", table of that header's values.
 */
public enum PayloadForm {
    /** As it is, its SHA-256 in the header. */
    HASHED("", false, false, false),
    /** As it is, without a hash. */
    UNSIGNED("UNSIGNED-PAYLOAD", false, false, false),
    /** In chunks, each signed. */
    SIGNED_CHUNKS("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", true, true, false),
    /** In chunks, each signed, and headers behind them, which are signed too. */
    SIGNED_CHUNKS_WITH_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true, true, true),
    /** In chunks without signatures, and headers behind them. */
    UNSIGNED_CHUNKS_WITH_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER", true, false, true);

    private final String word;
    private final boolean chunked;
    private final boolean chunksSigned;
    private final boolean trailer;

    PayloadForm(String word, boolean chunked, boolean chunksSigned, boolean trailer) {
        this.word = word;
        this.chunked = chunked;
        this.chunksSigned = chunksSigned;
        this.trailer = trailer;
    }

    /** The form that a word of the header stands for; {@link #HASHED} has no word. */
    static Optional<PayloadForm> ofWord(String word) {
        return Arrays.stream(values())
                .filter(form -> form != HASHED && form.word.equals(word))
                .findFirst();
    }

    /** Whether the body is framed as {@code aws-chunked}. */
    public boolean chunked() {
        return chunked;
    }

    /** Whether each chunk carries a signature. */
    public boolean chunksSigned() {
        return chunksSigned;
    }

    /** Whether headers may follow the last chunk. */
    public boolean trailer() {
        return trailer;
    }
}
