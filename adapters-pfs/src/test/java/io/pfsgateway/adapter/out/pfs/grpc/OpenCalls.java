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

/** Which calls were begun whose end their reader has not seen. What came of them before it lies in buffers until then. */
final class OpenCalls implements ClientInterceptor {
    private final List<String> open = new ArrayList<>();

    synchronized List<String> methods() {
        return List.copyOf(open);
    }

    private synchronized void begun(String method) {
        open.add(method);
    }

    private synchronized void ended(String method) {
        open.remove(method);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
        String method = String.valueOf(called.getBareMethodName());
        return new SimpleForwardingClientCall<>(next.newCall(called, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                begun(method);
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                ended(method);
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }
}
