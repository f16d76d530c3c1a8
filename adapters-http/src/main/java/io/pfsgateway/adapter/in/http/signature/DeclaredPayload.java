package io.pfsgateway.adapter.in.http.signature;

import java.util.List;
import java.util.Optional;

/**
 * What a signed request says of its body, and how that was signed. The two differ only for a presigned URL whose user
 * adds an unsigned hash or framing of the body: the URL was signed without it, and the body must still have it.
 *
 * @param declaration what the body must be
 * @param signedValue the last line of the canonical request
 */
record DeclaredPayload(PayloadDeclaration declaration, String signedValue) {

    static DeclaredPayload of(RequestHeaders headers, QueryString query, SignatureClaim claim) throws Refusal {
        Optional<String> header = headers.first(PayloadDeclaration.HEADER).map(String::strip);
        if (claim.form() == SignatureForm.HEADER) {
            return signed(header.orElseThrow(() -> new Refusal(
                    SignatureProblem.MISSING_SECURITY_HEADER,
                    "Missing required header for this request: " + PayloadDeclaration.HEADER)));
        }
        List<String> parameters = query.values(PayloadDeclaration.HEADER);
        if (!parameters.isEmpty()) {
            return signed(parameters.get(0));
        }
        if (header.isPresent() && claim.signedHeaders().contains(PayloadDeclaration.HEADER)) {
            return signed(header.get());
        }
        PayloadDeclaration declaration =
                header.isPresent() ? parse(header.get()) : PayloadDeclaration.undeclared(headers);
        return new DeclaredPayload(declaration, PayloadDeclaration.UNSIGNED.value());
    }

    private static DeclaredPayload signed(String value) throws Refusal {
        return new DeclaredPayload(parse(value), value);
    }

    private static PayloadDeclaration parse(String value) throws Refusal {
        if (value.startsWith("STREAMING-AWS4-ECDSA-")) {
            throw new Refusal(SignatureProblem.UNSUPPORTED, "Signature Version 4A is not supported: " + value);
        }
        return PayloadDeclaration.parse(value)
                .orElseThrow(() -> new Refusal(
                        SignatureProblem.BAD_CONTENT_SHA256,
                        PayloadDeclaration.HEADER + " must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                                + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
                                + " or a valid sha256 value."));
    }
}
