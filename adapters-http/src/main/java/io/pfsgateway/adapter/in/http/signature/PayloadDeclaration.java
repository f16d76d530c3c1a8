package io.pfsgateway.adapter.in.http.signature;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code x-amz-content-sha256} says of a body: its form and, where it is not streamed, perhaps its hash. Words
 * that are not known, and the ECDSA forms of Signature 4A, are no declaration.
 *
 * @param form how the body comes
 * @param value the header's value as it was signed
 */
public record PayloadDeclaration(PayloadForm form, String value) {
    /** The header that declares the body. */
    public static final String HEADER = "x-amz-content-sha256";

    /** A body of which nothing is declared. */
    public static final PayloadDeclaration UNSIGNED = new PayloadDeclaration(PayloadForm.UNSIGNED, "UNSIGNED-PAYLOAD");

    private static final PayloadDeclaration UNSIGNED_CHUNKS =
            new PayloadDeclaration(PayloadForm.UNSIGNED_CHUNKS_WITH_TRAILER, "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    private static final int SHA256_DIGITS = 64;

    public PayloadDeclaration {
        Objects.requireNonNull(form, "form");
        boolean fits = form == PayloadForm.HASHED
                ? isSha256(value)
                : PayloadForm.ofWord(value).equals(Optional.of(form));
        if (!fits) {
            throw new IllegalArgumentException("not a declaration of a body that is " + form);
        }
    }

    /** Reads the header's value; empty where it is neither a hash nor a word that is known here. */
    public static Optional<PayloadDeclaration> parse(String value) {
        if (isSha256(value)) {
            return Optional.of(new PayloadDeclaration(PayloadForm.HASHED, value));
        }
        return PayloadForm.ofWord(value).map(form -> new PayloadDeclaration(form, value));
    }

    /**
     * What a request declares whose signature nobody checks. A header that cannot be read gives empty; without the
     * header it is {@link #undeclared}.
     */
    public static Optional<PayloadDeclaration> of(RequestHeaders headers) {
        Optional<String> value = headers.first(HEADER);
        return value.isEmpty()
                ? Optional.of(undeclared(headers))
                : parse(value.get().strip());
    }

    /**
     * How the body of a request without the header comes. Clients that do not sign leave the header out even where they
     * frame the body, which then shows in {@code Content-Encoding} alone.
     */
    static PayloadDeclaration undeclared(RequestHeaders headers) {
        boolean framed = headers.all("content-encoding").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .anyMatch(coding -> coding.strip().equalsIgnoreCase("aws-chunked"));
        return framed ? UNSIGNED_CHUNKS : UNSIGNED;
    }

    private static boolean isSha256(String value) {
        if (value.length() != SHA256_DIGITS) {
            return false;
        }
        for (int at = 0; at < SHA256_DIGITS; at++) {
            if (!HexFormat.isHexDigit(value.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The declared SHA-256 of the body, in lower-case hex. */
    public Optional<String> sha256() {
        return form == PayloadForm.HASHED ? Optional.of(value.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
