package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.contract.FileListerContract;
import io.pfsgateway.testkit.contract.Preparation;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class GrpcFileListerTest extends FileListerContract {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    PachdServer server() {
        return SERVER;
    }

    @Override
    protected FileSystem fileSystem() {
        return server().ports();
    }

    @Override
    protected Preparation preparation() {
        return server().preparation();
    }

    @Override
    protected Set<Capability> capabilities() {
        return server().capabilities();
    }
}
