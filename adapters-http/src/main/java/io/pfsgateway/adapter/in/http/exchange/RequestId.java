package io.pfsgateway.adapter.in.http.exchange;

import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The name of one request, in its answer and in the log. It is no secret. */
public record RequestId(String value) {
    /** A new one. */
    public static RequestId next() {
        String hex = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new RequestId(hex.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
