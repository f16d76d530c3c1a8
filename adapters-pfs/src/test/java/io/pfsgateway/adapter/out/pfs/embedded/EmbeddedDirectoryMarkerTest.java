package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.DirectoryMarkerContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedDirectoryMarkerTest extends DirectoryMarkerContract {
    @RegisterExtension
    final EngineFolder folder = new EngineFolder();

    @Override
    protected FileSystem fileSystem() {
        return folder.ports();
    }

    @Override
    protected boolean reopens() {
        return true;
    }

    @Override
    protected void reopen() {
        folder.reopen();
    }
}
