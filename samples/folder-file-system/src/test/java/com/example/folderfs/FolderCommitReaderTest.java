package com.example.folderfs;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.CommitReaderContract;
import io.pfsgateway.testkit.contract.Preparation;
import java.nio.file.Path;
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
    protected boolean takesChanges() {
        return false;
    }

    @Override
    protected boolean keepsHistory() {
        return false;
    }

    @Override
    protected boolean letsBranchesShareRepository() {
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

    @Override
    protected boolean keepsAttributes() {
        return false;
    }
}
