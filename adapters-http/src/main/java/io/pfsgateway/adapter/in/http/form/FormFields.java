package io.pfsgateway.adapter.in.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.pfsgateway.adapter.in.http.error.S3Error;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form that stand before its file, by their names in lower case, one character for each byte of their values.
 *
 * @param fileName the name that the file had where it came from, without any folder
 */
public record FormFields(Map<String, String> latin1, String fileName) {
    private static final String FILE_NAME = "${filename}";

    public FormFields {
        latin1 = Collections.unmodifiableMap(new LinkedHashMap<>(latin1));
    }

    /** The value of a field, as UTF-8. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(latin1.get(name))
                .map(value -> new String(value.getBytes(ISO_8859_1), UTF_8))
                .map(value -> isLiteral(name) ? value : value.replace(FILE_NAME, fileName));
    }

    /** The same, but refused where its bytes are no UTF-8, or one is NUL: another text would be taken for what was meant. */
    Optional<String> strictText(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && (text.get().indexOf('\0') >= 0 || !isUtf8(latin1.getOrDefault(name, "")))) {
            throw S3Error.invalidArgument(name, "", "This field is not text in UTF-8, or holds a NUL.")
                    .refusal();
        }
        return text;
    }

    private static boolean isUtf8(String bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** The same as it would stand in a header. */
    public String headerText(String name) {
        return new String(text(name).orElse("").getBytes(UTF_8), ISO_8859_1);
    }

    /** Signed and encoded text stays as it is. */
    private static boolean isLiteral(String name) {
        return name.equals("policy") || name.endsWith("signature");
    }

    /** Without the values, of which some are credentials. */
    @Override
    public String toString() {
        return "FormFields" + latin1.keySet();
    }
}
