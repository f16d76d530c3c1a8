package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import org.eclipse.jetty.util.Callback;

/** The end of a request, which comes once however it ends, and while the request can still be looked at. */
final class Ending extends Callback.Nested {
    private final Observation observation;
    private final RequestObserver observer;
    private final Runnable last;
    private boolean ended;

    Ending(Callback callback, Observation observation, RequestObserver observer, Runnable last) {
        super(callback);
        this.observation = observation;
        this.observer = observer;
        this.last = last;
    }

    @Override
    public void succeeded() {
        end();
        super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
        end();
        super.failed(failure);
    }

    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        try {
            observation.end(observer);
        } finally {
            last.run();
        }
    }
}
