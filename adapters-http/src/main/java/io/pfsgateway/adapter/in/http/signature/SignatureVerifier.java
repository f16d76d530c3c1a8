package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pfsgateway.adapter.in.http.signature.PercentEncoding.EncodedSlash;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who signed a request, by Signature Version 4 in the header or in the query, or by version 2 where that is
 * switched on. It promises never to throw for
 * anything that a client sent, to compare in constant time, and to keep secrets out of every text; it refuses what is
 * signed by another scheme. Safe for many threads.
 *
 * <p>The body is not read here: what it must be is in the result's declaration, and {@code body} checks it.
 */
public final class SignatureVerifier {
    private static final int CACHED_KEYS = 1_000;

    private final Clock clock;
    private final SecretLookup secrets;
    private final boolean version2;
    private final SigningKeyCache keys = new SigningKeyCache(CACHED_KEYS);

    /**
     * A verifier of these secrets.
     *
     * @param version2 whether signatures by version 2 are taken, which sign neither the body nor most of the query
     */
    public SignatureVerifier(Clock clock, SecretLookup secrets, boolean version2) {
        this.clock = clock;
        this.secrets = secrets;
        this.version2 = version2;
    }

    /** Verifies one request. */
    public SignatureResult verify(SignedRequest request) {
        QueryString query = QueryString.parse(request.rawQuery());
        try {
            return switch (Mechanism.of(request, query)) {
                case NONE -> new SignatureResult.Anonymous();
                case HEADER -> verify(request, query, HeaderClaim.read(request.headers(), clock));
                case QUERY -> verify(request, query, QueryClaim.read(query, clock));
                case VERSION_2_HEADER -> {
                    requireVersion2();
                    yield verify(request, Version2Claim.ofHeader(request.headers(), clock));
                }
                case VERSION_2_QUERY -> {
                    requireVersion2();
                    yield verify(request, Version2Claim.ofQuery(query, clock));
                }
            };
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    /**
     * Verifies a form.
     *
     * @param fields the values of its fields by their names in lower case
     */
    public SignatureResult verifyForm(Map<String, String> fields) {
        try {
            return new FormVerifier(secrets, version2).verify(fields);
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    private void requireVersion2() throws Refusal {
        if (!version2) {
            throw HeaderClaim.unsupported();
        }
    }

    private SignatureResult verify(SignedRequest request, Version2Claim claim) throws Refusal {
        return new Version2Verifier(secrets).verify(request, claim);
    }

    private SignatureResult verify(SignedRequest request, QueryString query, SignatureClaim claim) throws Refusal {
        checkSignedHeaders(request.headers(), claim);
        DeclaredPayload payload = DeclaredPayload.of(request.headers(), query, claim);
        String accessKey = claim.credential().accessKey();
        String secret = secrets.secretOf(accessKey).orElseThrow(() -> Refusal.unknownKey(accessKey));
        CredentialScope scope = claim.credential().scope();
        SigningKey key = keys.find(secret, scope).orElseGet(() -> SigningKey.derive(secret, scope));
        checkSignature(request, query, claim, payload.signedValue(), key);
        keys.keep(secret, scope, key);
        return new SignatureResult.Verified(
                accessKey,
                claim.form(),
                payload.declaration(),
                Optional.of(new SigningContext(key, claim.timestamp(), scope, claim.signature())));
    }

    /** S3 asks for the host and for every {@code x-amz-*} header but the hash, which is signed by itself. */
    private static void checkSignedHeaders(RequestHeaders headers, SignatureClaim claim) throws Refusal {
        List<String> unsigned = new ArrayList<>(0);
        for (String name : headers.names()) {
            boolean toBeSigned =
                    (name.startsWith("x-amz-") && !name.equals(PayloadDeclaration.HEADER)) || name.equals("host");
            if (toBeSigned && !claim.signedHeaders().contains(name)) {
                unsigned.add(name);
            }
        }
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
        throw Refusal.mismatch(Map.of(
                "AWSAccessKeyId", claim.credential().accessKey(),
                "SignatureProvided", claim.signature(),
                "StringToSign", stringToSign,
                "CanonicalRequest", canonical.text()));
    }

    private static boolean matches(String ours, SignatureClaim claim) {
        return MessageDigest.isEqual(ours.getBytes(UTF_8), claim.signature().getBytes(UTF_8));
    }
}
