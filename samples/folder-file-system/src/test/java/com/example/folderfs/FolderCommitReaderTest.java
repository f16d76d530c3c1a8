package com.example.folderfs;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.contract.CommitReaderContract;
import io.pfsgateway.testkit.contract.Preparation;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

final class FolderCommitReaderTest extends CommitReaderContract {
    private final FolderUnderTest folder;

    FolderCommitReaderTest(@TempDir Path temporary) {
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
