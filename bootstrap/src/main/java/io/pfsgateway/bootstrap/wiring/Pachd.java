package io.pfsgateway.bootstrap.wiring;

import io.pfsgateway.adapter.out.pfs.grpc.GrpcFileSystem;
import io.pfsgateway.adapter.out.pfs.grpc.GrpcIdentity;
import io.pfsgateway.application.port.out.CallerIdentity;
import java.util.function.Supplier;

/** A pachd that is used, and in whose name it is asked. */
record Pachd(GrpcFileSystem files, GrpcIdentity identity) {
    /** Does something in the gateway's own name. */
    <T> T asGateway(Supplier<T> work) {
        CallerIdentity.Scope scope = identity.assumeGateway();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }
}
