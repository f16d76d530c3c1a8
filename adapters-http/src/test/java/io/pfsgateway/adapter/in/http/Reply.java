package io.pfsgateway.adapter.in.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came back: names of headers in lower case, and the body with one character for each byte. */
record Reply(int status, Map<String, List<String>> headers, String latin1) {
    static Reply of(int status, Map<String, List<String>> headers, byte[] body) {
        return new Reply(status, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    XmlTree xml() {
        return XmlTree.parse(bytes());
    }

    /** Status and code of an error, such as {@code 404 NoSuchKey}. */
    String error() {
        return status + " " + xml().text("Code");
    }
}
