package io.pfsgateway.adapter.in.http.cors;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import java.util.List;
import java.util.Optional;

/** Tells browsers what pages of other origins may do. It is asked before it is known who makes a request. Safe for many threads. */
public interface CrossOrigin {
    /** Pages of other origins may do nothing: preflights are refused as any request that means nothing. */
    CrossOrigin CLOSED = new CrossOrigin() {
        @Override
        public Optional<Answer> preflight(S3Request request) {
            return Optional.empty();
        }

        @Override
        public List<Answer.Header> headers(S3Request request) {
            return List.of();
        }
    };

    /** The answer to a preflight, or its refusal; empty for any other request, and where pages have nothing to ask for. */
    Optional<Answer> preflight(S3Request request);

    /** What any answer to a request carries beside its own headers; nothing for preflights, and for requests that no page sends. */
    List<Answer.Header> headers(S3Request request);
}
