package io.pfsgateway.adapter.in.http.form;

import io.pfsgateway.adapter.in.http.body.BodyProblem;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * A form as it comes: its fields first, then the bytes of its file as a stream, which ends only when the whole form was well-formed.
 * Never more than one buffer of the file is held. Not safe for use by several threads.
 */
public final class FormReader extends InputStream {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_PARTS = 1_000;
    private static final int MAX_PART_HEADERS_BYTES = 8 * 1024;
    private static final int MAX_REST_BYTES = 1 << 20;
    /** Nobody knows yet who sends them, and they take one of the places for requests. */
    private static final long MOST_NANOS_BEFORE_FILE = TimeUnit.SECONDS.toNanos(30);

    private final InputStream in;
    private final LongSupplier nanos;
    private final PartCollector parts = new PartCollector();
    private final MultiPart.Parser parser;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long restBytes;

    private FormReader(InputStream in, String boundary, LongSupplier nanos) {
        this.in = in;
        this.nanos = nanos;
        this.parser = new MultiPart.Parser(boundary, parts);
        parser.setMaxParts(MAX_PARTS);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS_BYTES);
    }

    /** Starts to read a form whose parts stand between boundaries. */
    public static FormReader of(InputStream in, String boundary) {
        return of(in, boundary, System::nanoTime);
    }

    /** The same by another clock. */
    static FormReader of(InputStream in, String boundary, LongSupplier nanos) {
        return new FormReader(in, boundary, nanos);
    }

    /** Reads as far as the file begins. It is called once, before anything of the file is read. */
    public FormFields fields() throws IOException {
        long began = nanos.getAsLong();
        while (!parts.fileBegan()) {
            feed();
            if (!parts.fileBegan() && nanos.getAsLong() - began > MOST_NANOS_BEFORE_FILE) {
                throw S3Error.of(
                                S3ErrorCode.REQUEST_TIMEOUT,
                                "The fields that precede the upload file did not arrive in time.")
                        .refusal();
            }
            if (parts.ended() && !parts.fileBegan()) {
                throw S3Error.invalidArgument("file", "0", "POST requires exactly one file upload per request.")
                        .refusal();
            }
        }
        return parts.fields();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (true) {
            ByteBuffer next = parts.content().peek();
            if (next == null) {
                if (parts.ended()) {
                    return -1;
                }
                feed();
            } else if (next.hasRemaining()) {
                int count = Math.min(length, next.remaining());
                next.get(target, offset, count);
                return count;
            } else {
                parts.content().remove();
            }
        }
    }

    /** Gives the parser the next bytes. The buffer is free: whatever it held of the file has been read. */
    private void feed() throws IOException {
        boolean beforeFile = !parts.fileBegan();
        int count = in.read(buffer);
        parser.parse(count < 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(buffer, 0, count), false));
        // Of the piece in which the file begins most may be its own.
        if (beforeFile && !parts.fileBegan()) {
            parts.countBeforeFile(Math.max(count, 0));
        }
        if (parts.fileEnded()) {
            restBytes += Math.max(count, 0);
        }
        S3Refusal refusal = parts.refusal();
        if (refusal != null) {
            throw refusal;
        }
        if (parts.failed() || restBytes > MAX_REST_BYTES) {
            throw new BodyProblem(
                    BodyProblem.Kind.MALFORMED_FORM,
                    "The body of your POST request is not well-formed multipart/form-data.",
                    Map.of());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** What the text of a form's content type names as boundary. */
    public static String boundary(String contentType) {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isEmpty()) {
            throw S3Error.of(
                            S3ErrorCode.MALFORMED_POST_REQUEST,
                            "The body of your POST request is not well-formed multipart/form-data.")
                    .refusal();
        }
        return boundary;
    }
}
