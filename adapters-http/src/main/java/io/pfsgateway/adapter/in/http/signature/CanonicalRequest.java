package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A request spelled in the one way in which it is signed. Source: "Signature Calculations for the Authorization
 * Header: Transferring Payload in a Single Chunk", task 1.
 */
record CanonicalRequest(String text) {

    static CanonicalRequest of(
            SignedRequest request, QueryString query, SignatureClaim claim, String payload, String path) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path.isEmpty() ? "/" : path).append('\n');
        text.append(query.canonicalWithout(QueryClaim.SIGNATURE)).append('\n');
        for (String name : claim.signedHeaders()) {
            appendHeader(text, name, request.headers().all(name));
        }
        text.append('\n');
        text.append(String.join(";", claim.signedHeaders())).append('\n');
        text.append(payload);
        return new CanonicalRequest(text.toString());
    }

    /** A header that is named as signed but did not come is left out, as S3 does; its name is signed all the same. */
    private static void appendHeader(StringBuilder text, String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        text.append(name).append(':');
        for (int at = 0; at < values.size(); at++) {
            if (at > 0) {
                text.append(',');
            }
            appendCollapsed(text, values.get(at).strip());
        }
        text.append('\n');
    }

    private static void appendCollapsed(StringBuilder text, String value) {
        if (value.indexOf("  ") < 0 && value.indexOf('\t') < 0) {
            text.append(value);
            return;
        }
        boolean blankBefore = false;
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            boolean blank = each == ' ' || each == '\t';
            if (!blank) {
                text.append(each);
            } else if (!blankBefore) {
                text.append(' ');
            }
            blankBefore = blank;
        }
    }

    /** The text that the signature is made of. */
    String stringToSign(SignatureClaim claim) {
        return HeaderClaim.ALGORITHM
                + '\n'
                + claim.timestamp()
                + '\n'
                + claim.credential().scope()
                + '\n'
                + Hashes.sha256Hex(bytes());
    }

    /** Header values are one character per byte unless a server has decoded them, which shows in characters above. */
    private byte[] bytes() {
        return text.getBytes(isDecoded() ? UTF_8 : ISO_8859_1);
    }

    private boolean isDecoded() {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0xff) {
                return true;
            }
        }
        return false;
    }
}
