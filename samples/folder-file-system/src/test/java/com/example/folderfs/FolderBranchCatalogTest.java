package com.example.folderfs;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.BranchCatalogContract;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.contract.Preparation;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

final class FolderBranchCatalogTest extends BranchCatalogContract {
    private final FolderUnderTest folder;

    FolderBranchCatalogTest(@TempDir Path temporary) {
        this.folder = new FolderUnderTest(temporary);
    }

    @Override
    protected FileSystem fileSystem() {
        return folder.ports();
    }

    @Override
    protected Preparation preparation() {
        return folder;
    }

    @Override
    protected Set<Capability> capabilities() {
        return FolderUnderTest.CAPABILITIES;
    }
}
