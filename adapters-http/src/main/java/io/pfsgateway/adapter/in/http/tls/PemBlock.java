package io.pfsgateway.adapter.in.http.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file; what stands between blocks is passed over.
 *
 * @param type what the block says that it is
 * @param text its lines, headers among them
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
record PemBlock(String type, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*?\\R(.*?)-----END \\1-----", Pattern.DOTALL);

    static List<PemBlock> of(String pem) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(pem);
        while (matcher.find()) {
            blocks.add(new PemBlock(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    /** Whether it is a key that needs a passphrase. */
    boolean isEncrypted() {
        return type.startsWith("ENCRYPTED ") || text.contains("ENCRYPTED");
    }

    /** What it holds; an {@link IllegalArgumentException} where that is not base64. */
    byte[] bytes() {
        return Base64.getMimeDecoder().decode(text);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "PemBlock[type=" + type + "]";
    }
}
