package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.DirectoryMarkerContract;
import io.pfsgateway.testkit.contract.Preparation;
import org.junit.jupiter.api.extension.RegisterExtension;

class GrpcDirectoryMarkerTest extends DirectoryMarkerContract {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    @Override
    protected FileSystem fileSystem() {
        return SERVER.ports();
    }

    @Override
    protected Preparation preparation() {
        return SERVER.preparation();
    }

    @Override
    protected boolean letsPinsOutliveBranches() {
        return false;
    }

    @Override
    protected boolean holdsEveryKey() {
        return false;
    }

    @Override
    protected boolean letsFileBesideDirectory() {
        return false;
    }

    @Override
    protected boolean knowsDeletions() {
        return false;
    }

    @Override
    protected boolean knowsWriters() {
        return false;
    }
}
