package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies signatures by version 2. They say nothing of the body, so one whose chunks claim to be signed is refused: nobody could
 * check them.
 */
final class Version2Verifier {
    private final SecretLookup secrets;

    Version2Verifier(SecretLookup secrets) {
        this.secrets = secrets;
    }

    SignatureResult verify(SignedRequest request, Version2Claim claim) throws Refusal {
        PayloadDeclaration payload = PayloadDeclaration.of(request.headers())
                .filter(declared -> !declared.form().chunksSigned())
                .orElseThrow(() -> new Refusal(
                        SignatureProblem.BAD_CONTENT_SHA256,
                        PayloadDeclaration.HEADER + " must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER"
                                + " or a valid sha256 value where signature version 2 is used."));
        check(Version2Text.of(request, claim), claim);
        return new SignatureResult.Verified(claim.accessKey(), claim.form(), payload, Optional.empty());
    }

    private void check(List<String> texts, Version2Claim claim) throws Refusal {
        String secret = secrets.secretOf(claim.accessKey()).orElseThrow(() -> Refusal.unknownKey(claim.accessKey()));
        if (texts.stream().noneMatch(text -> isSignature(text, secret, claim.signature()))) {
            throw Refusal.mismatch(Map.of(
                    "AWSAccessKeyId",
                    claim.accessKey(),
                    "SignatureProvided",
                    claim.signature(),
                    "StringToSign",
                    texts.get(0)));
        }
    }

    /** Whether this is the signature of a text, in base64. */
    static boolean isSignature(String text, String secret, String signature) {
        // Header values are one character per byte unless a server has decoded them.
        boolean decoded = text.chars().anyMatch(each -> each > 0xff);
        byte[] bytes = text.getBytes(decoded ? UTF_8 : ISO_8859_1);
        String ours = Base64.getEncoder().encodeToString(Hashes.hmacSha1(secret.getBytes(UTF_8), bytes));
        return MessageDigest.isEqual(ours.getBytes(UTF_8), signature.getBytes(UTF_8));
    }
}
