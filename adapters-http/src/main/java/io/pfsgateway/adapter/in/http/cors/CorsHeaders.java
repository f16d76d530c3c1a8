package io.pfsgateway.adapter.in.http.cors;

import io.pfsgateway.adapter.in.http.exchange.Answer.Header;
import io.pfsgateway.domain.cors.CorsRequest;
import io.pfsgateway.domain.cors.CorsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The headers that tell a browser what a rule allows. */
final class CorsHeaders {
    /** A cache must not give one origin what was answered to another. */
    static final Header VARY =
            new Header("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");

    private CorsHeaders() {}

    static List<Header> of(CorsRule rule, CorsRequest request) {
        List<Header> headers = new ArrayList<>();
        if (rule.allowsAsAnyOrigin(request.origin())) {
            headers.add(new Header("Access-Control-Allow-Origin", "*"));
        } else {
            headers.add(new Header("Access-Control-Allow-Origin", request.origin()));
            headers.add(new Header("Access-Control-Allow-Credentials", "true"));
        }
        headers.add(new Header("Access-Control-Allow-Methods", joined(rule.methods())));
        if (!request.headers().isEmpty()) {
            headers.add(new Header(
                    "Access-Control-Allow-Headers", joined(request.headers()).toLowerCase(Locale.ROOT)));
        }
        if (!rule.exposedHeaders().isEmpty()) {
            headers.add(new Header("Access-Control-Expose-Headers", joined(rule.exposedHeaders())));
        }
        rule.maxAgeSeconds()
                .ifPresent(seconds -> headers.add(new Header("Access-Control-Max-Age", Integer.toString(seconds))));
        headers.add(VARY);
        return headers;
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
