package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.S3Request;

/** Whether a copy keeps what its source has or gets what the request brings. */
public enum Directive {
    COPY,
    REPLACE;

    /** What a header directs; without it, to keep. */
    public static Directive of(S3Request request, String header) {
        String value = request.header(header).orElse(COPY.name());
        return switch (value) {
            case "COPY" -> COPY;
            case "REPLACE" -> REPLACE;
            default ->
                throw S3Error.invalidArgument(header, value, "Unknown directive.")
                        .refusal();
        };
    }
}
