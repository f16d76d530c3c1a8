package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** Lets somebody else in between two calls of a method: just before the second is sent. */
final class Interruptions implements ClientInterceptor {
    private String method = "";
    private int calls;
    private Runnable other = () -> {};

    synchronized void betweenCallsOf(String name, Runnable someoneElse) {
        method = name;
        calls = 0;
        other = someoneElse;
    }

    private synchronized boolean isSecond(String name) {
        return name.equals(method) && ++calls == 2;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
        if (isSecond(String.valueOf(called.getBareMethodName()))) {
            other.run();
        }
        return next.newCall(called, options);
    }
}
