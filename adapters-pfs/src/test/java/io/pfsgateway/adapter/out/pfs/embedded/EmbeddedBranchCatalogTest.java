package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.testkit.contract.BranchCatalogContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedBranchCatalogTest extends BranchCatalogContract {
    @RegisterExtension
    final EngineFolder folder = new EngineFolder("other");

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

    @Override
    protected Optional<ProjectName> otherProject() {
        return Optional.of(new ProjectName("other"));
    }
}
