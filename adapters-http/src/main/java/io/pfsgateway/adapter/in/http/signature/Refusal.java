package io.pfsgateway.adapter.in.http.signature;

import java.util.Map;

/** Carries a refusal from the depths of parsing to the verifier, which turns it into a result; it never leaves here. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SignatureResult.Refused refused;

    Refusal(SignatureProblem problem, String message) {
        this(problem, message, Map.of());
    }

    Refusal(SignatureProblem problem, String message, Map<String, String> details) {
        super(message, null, false, false);
        this.refused = new SignatureResult.Refused(problem, message, details);
    }

    /** Nobody has this access key. */
    static Refusal unknownKey(String accessKey) {
        return new Refusal(
                SignatureProblem.INVALID_ACCESS_KEY,
                "The AWS Access Key Id you provided does not exist in our records.",
                Map.of("AWSAccessKeyId", accessKey));
    }

    /** The signature is another than ours; the details tell what we signed. */
    static Refusal mismatch(Map<String, String> details) {
        return new Refusal(
                SignatureProblem.SIGNATURE_MISMATCH,
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.",
                details);
    }

    SignatureResult.Refused refused() {
        return refused;
    }
}
