package io.pfsgateway.adapter.in.http.accesslog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a request without what signs it. Where callers are known by tokens, the credential in a presigned address is the
 * token itself.
 */
final class BlankedUri {
    private static final String BLANK = "REDACTED";
    private static final Set<String> SECRET = Set.of(
            "x-amz-signature",
            "x-amz-credential",
            "x-amz-security-token",
            "signature",
            "awsaccesskeyid",
            "authn-token");

    private BlankedUri() {}

    /** The same, with the values of such parameters blanked; one whose name cannot be read counts as such. */
    static String of(String uri) {
        int query = uri.indexOf('?');
        if (query < 0) {
            return uri;
        }
        StringBuilder blanked = new StringBuilder(uri.length()).append(uri, 0, query);
        char before = '?';
        for (String parameter : uri.substring(query + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            boolean secret = equals >= 0 && isSecret(parameter.substring(0, equals));
            blanked.append(before).append(secret ? parameter.substring(0, equals + 1) + BLANK : parameter);
            before = '&';
        }
        return blanked.toString();
    }

    private static boolean isSecret(String rawName) {
        try {
            String name = URLDecoder.decode(rawName, StandardCharsets.UTF_8);
            return SECRET.contains(name.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException broken) {
            return true;
        }
    }
}
