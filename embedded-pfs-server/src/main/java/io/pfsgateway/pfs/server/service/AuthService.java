package io.pfsgateway.pfs.server.service;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.pfs.protocol.auth.APIGrpc;
import io.pfsgateway.pfs.protocol.auth.WhoAmIRequest;
import io.pfsgateway.pfs.protocol.auth.WhoAmIResponse;

/** Nobody is anyone here: whoever reaches the server may do everything. Said in the words by which clients know it. */
public final class AuthService extends APIGrpc.APIImplBase {
    @Override
    public void whoAmI(WhoAmIRequest request, StreamObserver<WhoAmIResponse> client) {
        client.onError(Status.UNIMPLEMENTED
                .withDescription("the auth service is not activated")
                .asRuntimeException());
    }
}
