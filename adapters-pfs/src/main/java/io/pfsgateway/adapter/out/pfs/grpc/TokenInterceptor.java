package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives every call the token of whoever it is made for, under the name that pachd reads it by. */
final class TokenInterceptor implements ClientInterceptor {
    private static final Metadata.Key<String> TOKEN = Metadata.Key.of("authn-token", Metadata.ASCII_STRING_MARSHALLER);

    private final Supplier<Optional<String>> token;

    TokenInterceptor(Supplier<Optional<String>> token) {
        this.token = token;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                token.get().ifPresent(text -> headers.put(TOKEN, text));
                super.start(listener, headers);
            }
        };
    }
}
