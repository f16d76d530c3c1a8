package io.pfsgateway.adapter.in.http.signature;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-fA-F]{64}");

    public PayloadDeclaration {
        Objects.requireNonNull(form, "form");
        boolean fits = form == PayloadForm.HASHED
                ? SHA256_HEX.matcher(value).matches()
                : PayloadForm.ofWord(value).equals(Optional.of(form));
        if (!fits) {
            throw new IllegalArgumentException("not a declaration of a body that is " + form);
        }
    }

    /** Reads the header's value; empty where it is neither a hash nor a word that is known here. */
    public static Optional<PayloadDeclaration> parse(String value) {
        if (SHA256_HEX.matcher(value).matches()) {
            return Optional.of(new PayloadDeclaration(PayloadForm.HASHED, value));
        }
        return PayloadForm.ofWord(value).map(form -> new PayloadDeclaration(form, value));
    }

    /**
     * What a request declares whose signature nobody checks. Without the header that is {@link #UNSIGNED}; a header
     * that cannot be read gives empty.
     */
    public static Optional<PayloadDeclaration> of(RequestHeaders headers) {
        Optional<String> value = headers.first(HEADER);
        return value.isEmpty() ? Optional.of(UNSIGNED) : parse(value.get().strip());
    }

    /** The declared SHA-256 of the body, in lower-case hex. */
    public Optional<String> sha256() {
        return form == PayloadForm.HASHED ? Optional.of(value.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
