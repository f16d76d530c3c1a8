package io.pfsgateway.adapter.out.pfs.grpc;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfSystemProperty(named = "pachd.address", matches = ".+")
class EscapingFileHistoryTest extends GrpcFileHistoryTest {
    @RegisterExtension
    static final PachdServer ESCAPING = PachdServer.escaping();

    @Override
    PachdServer server() {
        return ESCAPING;
    }
}
