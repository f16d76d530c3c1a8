package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Before all else: lets requests in while there is a place, turns the others away without a thread waiting for them, and tells of
 * each when it has ended.
 */
final class RequestGate extends Handler.Wrapper {
    private static final S3Error SLOW_DOWN = S3Error.of(S3ErrorCode.SLOW_DOWN, "Please reduce your request rate.")
            .withHeader("Retry-After", "1");
    private static final S3Error STOPPING = S3Error.of(
                    S3ErrorCode.SERVICE_UNAVAILABLE, "The gateway is stopping. Please try again.")
            .withHeader("Retry-After", "1")
            .withHeader("Connection", "close");

    private final Admission admission;
    private final RequestObserver observer;

    RequestGate(Admission admission, RequestObserver observer) {
        this.admission = admission;
        this.observer = observer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Observation observation = new Observation(request, response);
        Admission.Verdict verdict = S3Connection.enter(request, admission);
        if (verdict != Admission.Verdict.ADMITTED) {
            S3Error error = verdict == Admission.Verdict.FULL ? SLOW_DOWN : STOPPING;
            observation.isRefusedWith(error.code());
            new Refusal(
                            error,
                            observation.id(),
                            request,
                            response,
                            new Ending(callback, observation, observer, () -> {}))
                    .send();
            return true;
        }
        Ending ending = new Ending(callback, observation, observer, admission::leave);
        boolean handled = false;
        try {
            handled = super.handle(request, response, ending);
            return handled;
        } finally {
            if (!handled) {
                ending.end();
            }
        }
    }
}
