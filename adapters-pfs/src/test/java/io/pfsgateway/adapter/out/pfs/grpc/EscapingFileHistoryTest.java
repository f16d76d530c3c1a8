package io.pfsgateway.adapter.out.pfs.grpc;

import org.junit.jupiter.api.extension.RegisterExtension;

class EscapingFileHistoryTest extends GrpcFileHistoryTest {
    @RegisterExtension
    static final PachdServer ESCAPING = PachdServer.escaping();

    @Override
    PachdServer server() {
        return ESCAPING;
    }
}
