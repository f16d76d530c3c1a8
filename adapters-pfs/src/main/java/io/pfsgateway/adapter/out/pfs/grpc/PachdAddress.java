package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server of {@code pfs_v2} listens, as {@code pachctl} writes it: {@code grpc://HOST:PORT}, or {@code grpcs://HOST:PORT}
 * for TLS. The port may be left out.
 */
public record PachdAddress(String host, int port, boolean tls) {
    /** Where a pachd listens unless told otherwise. */
    public static final int DEFAULT_PORT = 30650;

    private static final int LAST_PORT = 65_535;
    private static final Pattern SHAPE =
            Pattern.compile("(grpcs?)://(?:\\[([0-9A-Fa-f:.%]+)]|([^:/\\[\\]\\s]+))(?::(\\d{1,5}))?/?");

    /** The address that a text is, if it is one. */
    public static Optional<PachdAddress> tryParse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(2) == null ? parts.group(3) : parts.group(2);
        int port = parts.group(4) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(4));
        return port < 1 || port > LAST_PORT
                ? Optional.empty()
                : Optional.of(new PachdAddress(host, port, parts.group(1).equals("grpcs")));
    }

    @Override
    public String toString() {
        return (tls ? "grpcs" : "grpc") + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
