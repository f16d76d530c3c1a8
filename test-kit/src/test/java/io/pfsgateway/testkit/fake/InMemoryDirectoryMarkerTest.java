package io.pfsgateway.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.DirectoryMarkerContract;
import org.junit.jupiter.api.AfterEach;

final class InMemoryDirectoryMarkerTest extends DirectoryMarkerContract {
    private final InMemoryFileSystem fileSystem = new InMemoryFileSystem();

    @Override
    protected FileSystem fileSystem() {
        return fileSystem.roles();
    }

    @AfterEach
    void leavesNothingOpen() {
        assertThat(fileSystem.openHandles()).isZero();
    }
}
