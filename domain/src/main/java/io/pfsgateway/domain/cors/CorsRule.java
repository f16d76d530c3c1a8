package io.pfsgateway.domain.cors;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What pages of some origins may do.
 *
 * @param id what the user calls it
 * @param origins the pages' origins, at least one
 * @param methods the methods, at least one, in the user's order
 * @param headers the headers that a page may set itself
 * @param exposedHeaders the headers of an answer that a page may read beside the few that it always may
 * @param maxAgeSeconds for how long a browser may remember what a preflight was told
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html">CORSRule</a>
 */
public record CorsRule(
        Optional<String> id,
        List<CorsPattern> origins,
        List<CorsMethod> methods,
        List<CorsPattern> headers,
        List<String> exposedHeaders,
        OptionalInt maxAgeSeconds) {
    private static final int MAX_ID_LENGTH = 255;
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'+.^_`|~0-9A-Za-z-]+");

    public CorsRule {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposedHeaders = List.copyOf(exposedHeaders);
        require(!origins.isEmpty() && !methods.isEmpty(), "A CORS rule needs an AllowedOrigin and an AllowedMethod.");
        require(
                id.filter(text -> text.length() > MAX_ID_LENGTH).isEmpty(),
                "The ID of a CORS rule can have " + MAX_ID_LENGTH + " characters at most.");
        require(maxAgeSeconds.orElse(0) >= 0, "MaxAgeSeconds must not be negative.");
        for (String name : exposedHeaders) {
            require(!name.contains("*"), "ExposeHeader \"" + name + "\" contains wildcard, which is not supported.");
            require(HEADER_NAME.matcher(name).matches(), "ExposeHeader \"" + name + "\" is not the name of a header.");
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw RequestFailure.invalidRequest("CORSRule", rule);
        }
    }

    /** Whether it allows a request. */
    public boolean allows(CorsRequest request) {
        return origins.stream().anyMatch(origin -> origin.matches(request.origin()))
                && methods.stream().anyMatch(method -> method.name().equals(request.method()))
                && request.headers().stream().allMatch(this::allowsHeader);
    }

    private boolean allowsHeader(String name) {
        return headers.stream().anyMatch(header -> header.matchesIgnoringCase(name));
    }

    /** Whether an origin is allowed as every other is, and not for itself. */
    public boolean allowsAsAnyOrigin(String origin) {
        return origins.stream()
                .filter(pattern -> pattern.matches(origin))
                .findFirst()
                .map(CorsPattern::isAny)
                .orElse(false);
    }
}
