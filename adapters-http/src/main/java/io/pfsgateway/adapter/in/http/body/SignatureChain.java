package io.pfsgateway.adapter.in.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.adapter.in.http.signature.SigningContext;
import io.pfsgateway.domain.checksum.DigestChecksum;
import io.pfsgateway.domain.checksum.RunningChecksum;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The chain of signatures that begins with the request's own: each chunk signs its content and the signature before
 * it, so that no chunk can be left out, added or moved.
 */
final class SignatureChain implements ChunkSignatures {
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final SigningContext signing;
    private String previous;
    private RunningChecksum content = DigestChecksum.sha256();

    SignatureChain(SigningContext signing) {
        this.signing = signing;
        this.previous = signing.seedSignature();
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        content.update(bytes, offset, length);
    }

    @Override
    public void endChunk(ChunkHeader header) throws BodyProblem {
        String sha256 = HexFormat.of().formatHex(content.finish());
        content = DigestChecksum.sha256();
        check(header.signature(), sign("AWS4-HMAC-SHA256-PAYLOAD", EMPTY_SHA256 + '\n' + sha256));
    }

    @Override
    public void endTrailer(Trailer trailer) throws BodyProblem {
        if (trailer.isEmpty()) {
            return;
        }
        byte[] canonical = trailer.canonical().getBytes(UTF_8);
        RunningChecksum sha256 = DigestChecksum.sha256();
        sha256.update(canonical, 0, canonical.length);
        check(
                trailer.signature(),
                sign("AWS4-HMAC-SHA256-TRAILER", HexFormat.of().formatHex(sha256.finish())));
    }

    private String sign(String algorithm, String hashes) {
        return signing.key()
                .sign(algorithm
                        + '\n'
                        + signing.timestamp()
                        + '\n'
                        + signing.scope()
                        + '\n'
                        + previous
                        + '\n'
                        + hashes);
    }

    private void check(Optional<String> theirs, String ours) throws BodyProblem {
        if (theirs.isEmpty()
                || !MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.get().getBytes(UTF_8))) {
            throw new BodyProblem(
                    Kind.CHUNK_SIGNATURE_MISMATCH,
                    "The request signature we calculated does not match the signature you provided: a chunk of the"
                            + " body or its trailer is signed wrongly.");
        }
        previous = ours;
    }
}
