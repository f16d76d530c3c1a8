package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import java.util.Base64;
import java.util.Optional;

/**
 * What a client declares of the bytes that it uploads, apart from their number.
 *
 * @param md5 the base64 of {@code Content-MD5}
 * @param sha256 the SHA-256 in hex, where it is to be verified here
 * @param checksum what the checksum headers say
 */
record DeclaredDigests(Optional<String> md5, Optional<String> sha256, DeclaredChecksum checksum) {
    private static final int MD5_BYTES = 16;

    static DeclaredDigests of(RequestHeaders headers, PayloadDeclaration declaration, PayloadChecks checks)
            throws BodyProblem {
        return new DeclaredDigests(
                md5(headers),
                checks.sha256() ? declaration.sha256() : Optional.empty(),
                DeclaredChecksum.of(headers, declaration, checks));
    }

    private static Optional<String> md5(RequestHeaders headers) throws BodyProblem {
        Optional<String> declared = headers.first("content-md5").map(String::strip);
        if (declared.isPresent() && !isMd5(declared.get())) {
            throw new BodyProblem(BodyProblem.Kind.INVALID_DIGEST, "The Content-MD5 you specified was invalid.");
        }
        return declared;
    }

    private static boolean isMd5(String base64) {
        try {
            byte[] digest = Base64.getDecoder().decode(base64);
            return digest.length == MD5_BYTES
                    && Base64.getEncoder().encodeToString(digest).equals(base64);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The checksum's algorithm, whether its value is known already or comes in the trailer. */
    Optional<ChecksumAlgorithm> algorithm() {
        return checksum.inHeader().map(ContentChecksum::algorithm).or(checksum::inTrailer);
    }
}
