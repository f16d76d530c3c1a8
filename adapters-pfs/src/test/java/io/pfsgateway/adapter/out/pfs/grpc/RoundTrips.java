package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the times that a client waits for its server, however fast that answers: calls that are sent before the client begins to
 * wait are one round trip. It waits for a plain call once that is sent, for a stream once it reads of it, and for a call whose
 * answer it takes later with whatever it waits for next.
 */
final class RoundTrips implements ClientInterceptor {
    private final List<String> started = new ArrayList<>();
    private boolean isWaiting = true;

    /** The round trips since the last time, each with the calls that it is made of. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(started);
        started.clear();
        isWaiting = true;
        return taken;
    }

    private synchronized void sent(String method, boolean waits) {
        if (isWaiting) {
            started.add(method);
        } else {
            int last = started.size() - 1;
            started.set(last, started.get(last) + "+" + method);
        }
        isWaiting = waits;
    }

    private synchronized void waited() {
        isWaiting = true;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        // What kind of stub makes a call, gRPC's stubs tell in an option that only its text shows.
        boolean isTakenLater = options.toString().contains("internal-stub-type, FUTURE");
        boolean waits = method.getType() == MethodType.UNARY && !isTakenLater;
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            private volatile boolean isSent;

            @Override
            public void halfClose() {
                sent(String.valueOf(method.getBareMethodName()), waits);
                isSent = true;
                super.halfClose();
            }

            @Override
            public void request(int messages) {
                if (isSent) {
                    waited();
                }
                super.request(messages);
            }
        };
    }
}
