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
import org.jspecify.annotations.Nullable;

/** A connection that breaks before an answer to a method comes through: the server has done its part, and nobody hears of it. */
final class LossyConnection implements ClientInterceptor {
    private volatile @Nullable String method;

    void loseAnswersTo(String name) {
        method = name;
    }

    void heal() {
        method = null;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(called, options);
        return String.valueOf(called.getBareMethodName()).equals(method) ? losing(call) : call;
    }

    private static <Q, A> ClientCall<Q, A> losing(ClientCall<Q, A> call) {
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onMessage(A message) {
                                // It does not come through.
                            }

                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                super.onClose(Status.UNAVAILABLE.withDescription("io exception"), trailers);
                            }
                        },
                        headers);
            }
        };
    }
}
