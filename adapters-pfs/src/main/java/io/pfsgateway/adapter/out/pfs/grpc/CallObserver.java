package io.pfsgateway.adapter.out.pfs.grpc;

/** Is told of every call to the server when it has ended. It must not block and must not throw. Safe for many threads. */
@FunctionalInterface
public interface CallObserver {
    /** Looks at nothing. */
    CallObserver NONE = (method, status, nanos) -> {};

    /**
     * A call has ended.
     *
     * @param method the method's name, such as {@code InspectFile}
     * @param status gRPC's code, such as {@code NOT_FOUND}
     * @param nanos how long it took, to the end of its stream
     */
    void callEnded(String method, String status, long nanos);
}
