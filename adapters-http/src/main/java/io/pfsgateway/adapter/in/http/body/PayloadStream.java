package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SigningContext;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.text.Decimal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as the client meant it: frames taken off, signatures, length and digests verified in one pass. It
 * promises that {@link #finish()} returns, and that reading ends, only for a body that is whole and agrees with all
 * that was declared of it; everything else is a {@link BodyProblem}, again and again once it has happened. Not safe for
 * use by several threads.
 */
public final class PayloadStream extends InputStream {
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";

    private final InputStream raw;
    private final InputStream content;
    private final @Nullable AwsChunkedInputStream chunks;
    private final RunningDigests digests;
    private final OptionalLong declaredLength;
    private final Optional<String> declaredSha256;

    private long count;
    private @Nullable IOException failure;
    private @Nullable List<ContentChecksum> verified;

    private PayloadStream(
            InputStream raw,
            @Nullable AwsChunkedInputStream chunks,
            RunningDigests digests,
            OptionalLong declaredLength,
            Optional<String> declaredSha256) {
        this.raw = raw;
        this.content = chunks == null ? raw : chunks;
        this.chunks = chunks;
        this.digests = digests;
        this.declaredLength = declaredLength;
        this.declaredSha256 = declaredSha256;
    }

    /**
     * Reads what the headers say of the body, and nothing of the body itself; so what the headers alone show to be wrong
     * is refused before the client is told to go on.
     *
     * @param raw the body as HTTP gives it, HTTP's own chunking taken off
     * @param declaration the form of the body
     * @param headers all of the request's headers
     * @param signing with what chunks that are signed are checked; where it is empty, their signatures are not
     * @param checks which declarations to verify here
     */
    public static PayloadStream open(
            InputStream raw,
            PayloadDeclaration declaration,
            RequestHeaders headers,
            Optional<SigningContext> signing,
            PayloadChecks checks)
            throws BodyProblem {
        DeclaredDigests declared = DeclaredDigests.of(headers, declaration, checks);
        AwsChunkedInputStream chunks = null;
        if (declaration.form().chunked()) {
            ChunkSignatures signatures = declaration.form().chunksSigned() && signing.isPresent()
                    ? new SignatureChain(signing.get())
                    : ChunkSignatures.UNCHECKED;
            chunks = new AwsChunkedInputStream(
                    raw, signatures, declared.checksum().inTrailer());
        }
        return new PayloadStream(
                raw,
                chunks,
                new RunningDigests(declared, checks.otherwise()),
                length(headers, declaration.form().chunked() ? DECODED_LENGTH : "content-length"),
                declaration.sha256());
    }

    private static OptionalLong length(RequestHeaders headers, String name) throws BodyProblem {
        Optional<String> text = headers.first(name).map(String::strip);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!Decimal.matches(text.get(), Decimal.MOST_DIGITS)) {
            throw new BodyProblem(Kind.INVALID_LENGTH, "The value of " + name + " is not a length.");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** How many bytes the client says will come, frames not counted; empty where it does not say. */
    public OptionalLong declaredLength() {
        return declaredLength;
    }

    /** The SHA-256 in hex that the client declares, whether it is verified here or left to the caller. */
    public Optional<String> declaredSha256() {
        return declaredSha256;
    }

    /**
     * Reads on to the end, if it has not been reached, and returns the checksums as {@link #checksums()} does.
     * Nothing that was read may be relied on before this has returned.
     */
    public List<ContentChecksum> finish() throws IOException {
        byte[] rest = new byte[8 * 1024];
        while (read(rest, 0, rest.length) >= 0) {
            // Whatever the caller did not want still counts towards length and digests.
        }
        return checksums();
    }

    /** The checksums that were declared and found good, or computed for want of one; an {@link IllegalStateException} before the end. */
    public List<ContentChecksum> checksums() {
        if (verified == null) {
            throw new IllegalStateException("the body has not been read to its end");
        }
        return verified;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (failure != null) {
            throw failure;
        }
        if (length == 0) {
            return 0;
        }
        if (verified != null) {
            return -1;
        }
        try {
            int read = content.read(target, offset, length);
            if (read < 0) {
                verified = end();
            } else {
                take(target, offset, read);
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void take(byte[] bytes, int offset, int length) throws BodyProblem {
        count += length;
        if (declaredLength.isPresent() && count > declaredLength.getAsLong()) {
            throw new BodyProblem(Kind.EXCESS_BODY, "The request body is longer than announced.");
        }
        digests.update(bytes, offset, length);
    }

    private List<ContentChecksum> end() throws BodyProblem {
        if (declaredLength.isPresent() && count < declaredLength.getAsLong()) {
            throw BodyProblem.incomplete();
        }
        return digests.verify(chunks == null ? Trailer.EMPTY : chunks.trailer());
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
