package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses on its own, such as a request line that cannot be read, as S3 would. */
final class JettyErrorHandler extends ErrorHandler {
    private final RequestObserver observer;

    JettyErrorHandler(RequestObserver observer) {
        this.observer = observer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean cameToTheGate = Observation.isOf(request);
        Observation observation = Observation.of(request, response);
        S3Error error = errorOf(response.getStatus());
        observation.isRefusedWith(error.code());
        // The gate tells of its own.
        Callback ending = cameToTheGate ? callback : new Ending(callback, observation, observer, () -> {});
        ErrorAnswer.send(error, observation.id(), request, response, ending);
        return true;
    }

    private static S3Error errorOf(int status) {
        return switch (status) {
            case 408 ->
                S3Error.of(
                        S3ErrorCode.REQUEST_TIMEOUT,
                        "Your socket connection to the server was not read from or written to within the timeout period.");
            case 431 ->
                S3Error.of(
                        S3ErrorCode.REQUEST_HEADERS_TOO_LARGE,
                        "Your request header section exceeds the maximum allowed request header section size.");
            case 503 -> S3Error.of(S3ErrorCode.SERVICE_UNAVAILABLE, "The gateway is stopping. Please try again.");
            // A version of HTTP that is none is the client's fault, and not worth another try.
            case 505 -> S3Error.of(S3ErrorCode.BAD_REQUEST, "The request could not be read.");
            default ->
                status < 500 || status == 505
                        ? S3Error.of(S3ErrorCode.BAD_REQUEST, "The request could not be read.")
                        : S3Error.of(S3ErrorCode.INTERNAL_ERROR, "We encountered an internal error.");
        };
    }
}
