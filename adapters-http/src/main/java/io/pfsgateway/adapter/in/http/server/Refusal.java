package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An error that is answered at once, whatever of the body is still to come. No thread waits for the client: the connection is kept
 * where all of the body is here already, else the rest is read past as it comes, so that a client that sends first and reads later
 * sees the answer, and then the connection ends.
 */
final class Refusal {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long MOST_BYTES = 8 << 20;

    private final S3Error error;
    private final RequestId id;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final long began = System.nanoTime();
    private long passedBytes;

    Refusal(S3Error error, RequestId id, Request request, Response response, Callback callback) {
        this.error = error;
        this.id = id;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    void send() {
        // Reading would ask for the body, which nobody wants.
        boolean held = request.getHeaders().contains(HttpHeader.EXPECT);
        boolean whole = !held && passWhatIsHere();
        HttpFields.Mutable headers = response.getHeaders();
        error.headers().forEach(headers::put);
        if (!whole) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        Runnable then = whole || held ? callback::succeeded : this::passRest;
        ErrorAnswer.send(error, id, request, response, Callback.from(then, callback::failed));
    }

    private void passRest() {
        if (passWhatIsHere() || passedBytes > MOST_BYTES || System.nanoTime() - began > LONGEST_NANOS) {
            callback.succeeded();
        } else {
            request.demand(this::passRest);
        }
    }

    /** Tells whether no more comes. */
    private boolean passWhatIsHere() {
        while (passedBytes <= MOST_BYTES) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return false;
            }
            passedBytes += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                return true;
            }
        }
        return false;
    }
}
