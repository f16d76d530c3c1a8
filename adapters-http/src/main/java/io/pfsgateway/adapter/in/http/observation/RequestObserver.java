package io.pfsgateway.adapter.in.http.observation;

/**
 * Is told of every request when it has ended, once, on the thread that ended it. It must not block and must not throw: the next
 * request of the connection waits for it. Safe for many threads.
 */
@FunctionalInterface
public interface RequestObserver {
    /** Looks at nothing. */
    RequestObserver NONE = request -> {};

    /** A request was answered, or its client has gone. */
    void requestEnded(EndedRequest request);

    /** This one first, then another. */
    default RequestObserver and(RequestObserver next) {
        return request -> {
            requestEnded(request);
            next.requestEnded(request);
        };
    }
}
