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
import java.util.List;

/**
 * Counts the times that a client waits for its server. Calls that are sent while an answer to another is waited for are one round
 * trip with it; a stream up is waited for from its half-close on.
 */
final class RoundTrips implements ClientInterceptor {
    private final List<String> started = new ArrayList<>();
    private int waitedFor;

    /** The round trips since the last time, each with the calls that it is made of. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(started);
        started.clear();
        return taken;
    }

    private synchronized void sent(String method) {
        if (waitedFor == 0) {
            started.add(method);
        } else {
            int last = started.size() - 1;
            started.set(last, started.get(last) + "+" + method);
        }
        waitedFor++;
    }

    private synchronized void answered() {
        waitedFor--;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            private boolean sent;

            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                if (sent) {
                                    answered();
                                }
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }

            @Override
            public void halfClose() {
                sent = true;
                sent(String.valueOf(method.getBareMethodName()));
                super.halfClose();
            }
        };
    }
}
