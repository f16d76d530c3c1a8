package io.pfsgateway.adapter.out.pfs.grpc;

import org.junit.jupiter.api.extension.RegisterExtension;

class EscapingContentStagingTest extends GrpcContentStagingTest {
    @RegisterExtension
    static final PachdServer ESCAPING = PachdServer.escaping();

    @Override
    PachdServer server() {
        return ESCAPING;
    }
}
