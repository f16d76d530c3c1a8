package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final List<Open> open = new ArrayList<>();

    private record Open(String method, ClientCall<?, ?> call) {}

    synchronized List<String> methods() {
        return open.stream().map(Open::method).toList();
    }

    /** Waits until so many are open: nobody need wait for the end of a call that is cancelled. */
    void await(int count) {
        while (methods().size() != count) {
            assertThat(Thread.interrupted()).as("waited in vain").isFalse();
            Thread.onSpinWait();
        }
    }

    /** Ends them all, as a connection that breaks does. */
    void breakOff() {
        List<Open> broken;
        synchronized (this) {
            broken = List.copyOf(open);
        }
        broken.forEach(each -> each.call().cancel("The connection breaks.", null));
    }

    private synchronized void begun(Open call) {
        open.add(call);
    }

    private synchronized void ended(Open call) {
        open.remove(call);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
        String method = String.valueOf(called.getBareMethodName());
        return new SimpleForwardingClientCall<>(next.newCall(called, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                Open each = new Open(method, this);
                begun(each);
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                ended(each);
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }
}
