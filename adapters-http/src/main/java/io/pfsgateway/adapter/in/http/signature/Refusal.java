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

    SignatureResult.Refused refused() {
        return refused;
    }
}
