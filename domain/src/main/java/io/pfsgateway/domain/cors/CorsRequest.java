package io.pfsgateway.domain.cors;

import java.util.List;

/**
 * What a browser says of a request that a page makes, or is about to make.
 *
 * @param origin where the page is from
 * @param method the method as it came, perhaps none that a rule can allow
 * @param headers the names of the headers that the page sets itself
 */
public record CorsRequest(String origin, String method, List<String> headers) {
    public CorsRequest {
        headers = List.copyOf(headers);
    }
}
