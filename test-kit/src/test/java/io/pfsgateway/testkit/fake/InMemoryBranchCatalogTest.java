package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.testkit.contract.BranchCatalogContract;
import java.util.Optional;

final class InMemoryBranchCatalogTest extends BranchCatalogContract {
    private static final ProjectName OTHER = new ProjectName("other");

    private final InMemoryFileSystem fileSystem = new InMemoryFileSystem();

    InMemoryBranchCatalogTest() {
        fileSystem.addProject(OTHER);
    }

    @Override
    protected FileSystem fileSystem() {
        return fileSystem.roles();
    }

    @Override
    protected Optional<ProjectName> otherProject() {
        return Optional.of(OTHER);
    }
}
