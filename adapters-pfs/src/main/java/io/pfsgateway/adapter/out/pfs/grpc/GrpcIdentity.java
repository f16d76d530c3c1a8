package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Context;
import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.domain.access.FileSystemToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In whose name calls are made, as a value of gRPC's own context: it is bound to a thread for a stretch of code, inherited by no
 * other thread, and asked when a call begins, so that a stream which outlives the stretch stays its beginner's.
 */
public final class GrpcIdentity implements CallerIdentity {
    private final Context.Key<Identity> bound = Context.key("pfs-gateway-identity");
    private final Optional<FileSystemToken> own;
    private final boolean callersOnly;

    private record Identity(Optional<FileSystemToken> token) {}

    private GrpcIdentity(Optional<FileSystemToken> own, boolean callersOnly) {
        this.own = own;
        this.callersOnly = callersOnly;
    }

    /** Of a gateway that decides itself who may, and makes all calls in its own name. */
    public static GrpcIdentity ofGateway(Optional<FileSystemToken> own) {
        return new GrpcIdentity(own, false);
    }

    /**
     * Of a gateway whose callers are users of the file system. A call that nobody was named for is a defect, and fails: it must
     * not be made with what the gateway may do.
     *
     * @param own what the gateway shows on its own account
     */
    public static GrpcIdentity ofCallers(Optional<FileSystemToken> own) {
        return new GrpcIdentity(own, true);
    }

    @Override
    public Scope assume(Optional<FileSystemToken> token) {
        return bind(new Identity(token));
    }

    @Override
    public Scope assumeGateway() {
        return bind(new Identity(own));
    }

    private Scope bind(Identity identity) {
        Context inner = Context.current().withValue(bound, identity);
        Context outer = inner.attach();
        return () -> inner.detach(outer);
    }

    /** What a call that begins on this thread is to show; empty for nobody. */
    public Optional<String> token() {
        @Nullable Identity identity = bound.get();
        if (identity != null) {
            return identity.token().map(FileSystemToken::value);
        }
        if (callersOnly) {
            throw new IllegalStateException("A call to the file system begins in nobody's name");
        }
        return own.map(FileSystemToken::value);
    }
}
