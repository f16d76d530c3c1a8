package io.pfsgateway.pfs.server.service;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.pfs.protocol.version.APIGrpc;
import io.pfsgateway.pfs.protocol.version.Version;
import io.pfsgateway.pfs.server.call.Calls;

/** Which release this behaves like. */
public final class VersionService extends APIGrpc.APIImplBase {
    /** The line of releases whose protocol this is; what follows the numbers says what this really is. */
    private static final int MAJOR = 2;

    private static final int MINOR = 12;

    private final Version version;

    /**
     * @param release of this program
     */
    public VersionService(String release) {
        this.version = Version.newBuilder()
                .setMajor(MAJOR)
                .setMinor(MINOR)
                .setAdditional("+pfs-s3-gateway." + release)
                .setPlatform("java")
                .build();
    }

    @Override
    public void getVersion(Empty request, StreamObserver<Version> client) {
        Calls.unary(client, () -> version);
    }
}
