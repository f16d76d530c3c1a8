package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the times that a client waits for its server. Calls that are sent while an answer to another is waited for are one round
 * trip with it; a stream up is waited for from its half-close on.
 */
final class RoundTrips implements ClientInterceptor {
    private final List<String> started = new ArrayList<>();
    private final Set<Object> waitedFor = new HashSet<>();

    /** The round trips since the last time, each with the calls that it is made of. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(started);
        started.clear();
        waitedFor.clear();
        return taken;
    }

    private synchronized void sent(Object call, String method) {
        if (waitedFor.isEmpty()) {
            started.add(method);
        } else {
            int last = started.size() - 1;
            started.set(last, started.get(last) + "+" + method);
        }
        waitedFor.add(call);
    }

    /** Nobody waits for it any more: it was answered, or given up. */
    private synchronized void ended(Object call) {
        waitedFor.remove(call);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                Object call = this;
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                ended(call);
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }

            @Override
            public void halfClose() {
                sent(this, String.valueOf(method.getBareMethodName()));
                super.halfClose();
            }

            @Override
            public void cancel(@Nullable String message, @Nullable Throwable cause) {
                ended(this);
                super.cancel(message, cause);
            }
        };
    }
}
