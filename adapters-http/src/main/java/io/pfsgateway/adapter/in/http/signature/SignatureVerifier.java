package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pfsgateway.adapter.in.http.signature.PercentEncoding.EncodedSlash;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who signed a request, by Signature Version 4 in the header or in the query. It promises never to throw for
 * anything that a client sent, to compare in constant time, and to keep secrets out of every text; it refuses what is
 * signed by another scheme. Safe for many threads.
 *
 * <p>The body is not read here: what it must be is in the result's declaration, and {@code body} checks it.
 */
public final class SignatureVerifier {
    private static final int CACHED_KEYS = 1_000;

    private final Clock clock;
    private final SecretLookup secrets;
    private final SigningKeyCache keys = new SigningKeyCache(CACHED_KEYS);

    public SignatureVerifier(Clock clock, SecretLookup secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    /** Verifies one request. */
    public SignatureResult verify(SignedRequest request) {
        QueryString query = QueryString.parse(request.rawQuery());
        try {
            Optional<SignatureClaim> claim = claimOf(request, query);
            return claim.isPresent() ? verify(request, query, claim.get()) : new SignatureResult.Anonymous();
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    private Optional<SignatureClaim> claimOf(SignedRequest request, QueryString query) throws Refusal {
        boolean inHeader = request.headers().all(HeaderClaim.HEADER).stream().anyMatch(value -> !value.isBlank());
        boolean inQuery = QueryClaim.isIn(query);
        boolean version2InQuery = query.has("AWSAccessKeyId") && query.has("Signature");
        if (inHeader && (inQuery || version2InQuery)) {
            throw new Refusal(
                    SignatureProblem.SEVERAL_MECHANISMS,
                    "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
                            + " string parameter or the Authorization header should be specified");
        }
        if (inHeader) {
            return Optional.of(HeaderClaim.read(request.headers(), clock));
        }
        if (inQuery) {
            return Optional.of(QueryClaim.read(query, clock));
        }
        if (version2InQuery) {
            throw new Refusal(
                    SignatureProblem.UNSUPPORTED, "Signature Version 2 is not supported. Please use AWS4-HMAC-SHA256.");
        }
        return Optional.empty();
    }

    private SignatureResult verify(SignedRequest request, QueryString query, SignatureClaim claim) throws Refusal {
        checkSignedHeaders(request.headers(), claim);
        DeclaredPayload payload = DeclaredPayload.of(request.headers(), query, claim);
        String accessKey = claim.credential().accessKey();
        String secret = secrets.secretOf(accessKey)
                .orElseThrow(() -> new Refusal(
                        SignatureProblem.INVALID_ACCESS_KEY,
                        "The AWS Access Key Id you provided does not exist in our records.",
                        Map.of("AWSAccessKeyId", accessKey)));
        CredentialScope scope = claim.credential().scope();
        SigningKey key = keys.find(secret, scope).orElseGet(() -> SigningKey.derive(secret, scope));
        checkSignature(request, query, claim, payload.signedValue(), key);
        keys.keep(secret, scope, key);
        return new SignatureResult.Verified(
                accessKey,
                claim.form(),
                payload.declaration(),
                new SigningContext(key, claim.timestamp(), scope, claim.signature()));
    }

    /** S3 asks for the host and for every {@code x-amz-*} header but the hash, which is signed by itself. */
    private static void checkSignedHeaders(RequestHeaders headers, SignatureClaim claim) throws Refusal {
        List<String> unsigned = headers.names().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !name.equals(PayloadDeclaration.HEADER))
                .filter(name -> !claim.signedHeaders().contains(name))
                .toList();
        if (!unsigned.isEmpty() || !claim.signedHeaders().contains("host")) {
            throw new Refusal(
                    SignatureProblem.HEADERS_NOT_SIGNED,
                    "There were headers present in the request which were not signed",
                    Map.of("HeadersNotSigned", unsigned.isEmpty() ? "host" : String.join(", ", unsigned)));
        }
    }

    /**
     * A slash that came as {@code %2F} is signed as such by some clients and bare by others; both name the same key,
     * so either signature is good.
     */
    private static void checkSignature(
            SignedRequest request, QueryString query, SignatureClaim claim, String payload, SigningKey key)
            throws Refusal {
        String path = PercentEncoding.ofPath(request.rawPath(), EncodedSlash.KEPT);
        CanonicalRequest canonical = CanonicalRequest.of(request, query, claim, payload, path);
        String stringToSign = canonical.stringToSign(claim);
        if (matches(key.sign(stringToSign), claim)) {
            return;
        }
        if (path.contains("%2F")) {
            String bare = PercentEncoding.ofPath(request.rawPath(), EncodedSlash.BARE);
            CanonicalRequest alternative = CanonicalRequest.of(request, query, claim, payload, bare);
            if (matches(key.sign(alternative.stringToSign(claim)), claim)) {
                return;
            }
        }
        throw new Refusal(
                SignatureProblem.SIGNATURE_MISMATCH,
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.",
                Map.of(
                        "AWSAccessKeyId", claim.credential().accessKey(),
                        "SignatureProvided", claim.signature(),
                        "StringToSign", stringToSign,
                        "CanonicalRequest", canonical.text()));
    }

    private static boolean matches(String ours, SignatureClaim claim) {
        return MessageDigest.isEqual(ours.getBytes(UTF_8), claim.signature().getBytes(UTF_8));
    }
}
