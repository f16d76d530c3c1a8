package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.CommitConditionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedCommitConditionsTest extends CommitConditionsContract {
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
