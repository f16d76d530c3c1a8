package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.Preparation;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscapingContentStagingTest extends GrpcContentStagingTest {
    @RegisterExtension
    static final PachdServer ESCAPING = new PachdServer(KeyPaths.escaped());

    @Override
    protected FileSystem fileSystem() {
        return ESCAPING.ports();
    }

    @Override
    protected Preparation preparation() {
        return ESCAPING.preparation();
    }

    @Override
    protected boolean holdsEveryKey() {
        return true;
    }

    @Override
    protected boolean keepsLengthOfKeys() {
        return false;
    }
}
