package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.CommitterContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedCommitterTest extends CommitterContract {
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
