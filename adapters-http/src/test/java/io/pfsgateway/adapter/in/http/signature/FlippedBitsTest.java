package io.pfsgateway.adapter.in.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A single wrong bit anywhere in what is signed is refused, and no input whatever makes the verifier throw. */
final class FlippedBitsTest {
    private static final int FLIPS = 150;

    private final SignatureVerifier verifier = PublishedExamples.verifier();
    private final Random random = new Random(20130524);

    @ParameterizedTest
    @MethodSource("io.pfsgateway.adapter.in.http.signature.PublishedExamples#all")
    void refusesAFlippedBitInTheMethod(SignedRequest request) {
        refusesFlips(request.method(), flipped -> with(request, flipped, request.rawPath(), request.rawQuery()));
    }

    @ParameterizedTest
    @MethodSource("io.pfsgateway.adapter.in.http.signature.PublishedExamples#all")
    void refusesAFlippedBitInThePath(SignedRequest request) {
        refusesFlips(request.rawPath(), flipped -> with(request, request.method(), flipped, request.rawQuery()));
    }

    @ParameterizedTest
    @MethodSource("io.pfsgateway.adapter.in.http.signature.PublishedExamples#all")
    void neverVerifiesAFlippedBitInTheQuery(SignedRequest request) {
        if (!request.rawQuery().isEmpty()) {
            for (int round = 0; round < FLIPS; round++) {
                String flipped = flip(request.rawQuery());
                SignatureResult result = verifier.verify(with(request, request.method(), request.rawPath(), flipped));
                assertThat(result.kind() == SignatureResult.Kind.VERIFIED)
                        .as(flipped)
                        .isEqualTo(meansTheSame(flipped, request.rawQuery()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.pfsgateway.adapter.in.http.signature.PublishedExamples#all")
    void refusesAFlippedBitInAnyHeader(SignedRequest request) {
        for (String name : request.headers().names()) {
            String value = request.headers().first(name).orElseThrow();
            refusesFlips(value, flipped -> withHeader(request, name, flipped));
        }
    }

    @ParameterizedTest
    @MethodSource("io.pfsgateway.adapter.in.http.signature.PublishedExamples#all")
    void neverThrowsForGarbage(SignedRequest request) {
        for (int round = 0; round < FLIPS; round++) {
            SignedRequest garbage = withHeader(
                    new SignedRequest(garbage(), "/" + garbage(), garbage(), request.headers()),
                    random.nextBoolean() ? "authorization" : "x-amz-date",
                    (random.nextBoolean() ? "AWS4-HMAC-SHA256 " : "") + garbage());
            assertThat(verifier.verify(garbage).kind()).isNotEqualTo(SignatureResult.Kind.VERIFIED);
        }
    }

    private void refusesFlips(String text, Function<String, SignedRequest> request) {
        for (int round = 0; round < FLIPS; round++) {
            String flipped = flip(text);
            assertThat(verifier.verify(request.apply(flipped)).kind())
                    .as(flipped)
                    .isEqualTo(SignatureResult.Kind.REFUSED);
        }
    }

    private String flip(String text) {
        char[] chars = text.toCharArray();
        int at = random.nextInt(chars.length);
        chars[at] ^= (char) (1 << random.nextInt(8));
        return new String(chars);
    }

    /** Another case of a hex digit in an escape, or of a parameter's name that is left out, changes no meaning. */
    private static boolean meansTheSame(String flipped, String original) {
        QueryString one = QueryString.parse(flipped);
        QueryString other = QueryString.parse(original);
        return one.canonicalWithout(QueryClaim.SIGNATURE).equals(other.canonicalWithout(QueryClaim.SIGNATURE))
                && one.values(QueryClaim.SIGNATURE).equals(other.values(QueryClaim.SIGNATURE));
    }

    private String garbage() {
        List<String> pieces =
                List.of("=", ",", "/", "%", "%2", "%2F", ";", "Credential", "Signature=", "\u00e9", "\u4e16", " ");
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(12); piece > 0; piece--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static SignedRequest with(SignedRequest request, String method, String path, String query) {
        return new SignedRequest(method, path, query, request.headers());
    }

    private static SignedRequest withHeader(SignedRequest request, String name, String value) {
        RequestHeaders.Builder headers = RequestHeaders.builder();
        request.headers().names().stream()
                .filter(other -> !other.equals(name))
                .forEach(other ->
                        headers.add(other, request.headers().first(other).orElseThrow()));
        return new SignedRequest(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                headers.add(name, value).build());
    }
}
