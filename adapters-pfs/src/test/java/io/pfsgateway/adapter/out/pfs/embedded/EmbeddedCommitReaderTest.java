package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.CommitReaderContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedCommitReaderTest extends CommitReaderContract {
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
