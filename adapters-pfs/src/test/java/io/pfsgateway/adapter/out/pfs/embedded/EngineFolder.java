package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A file system in a folder of the test's own, opened before each test and closed after it. */
final class EngineFolder implements BeforeEachCallback, AfterEachCallback {
    private final List<String> projects;
    private @Nullable TemporaryFolder folder;
    private @Nullable EmbeddedFileSystem open;

    /**
     * @param projects what the folder is to hold beside the default project, as an operator would have made them
     */
    EngineFolder(String... projects) {
        this.projects = List.of(projects);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        folder = TemporaryFolder.make();
        makeProjects();
        open = openAgain();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fileSystem().close();
        required(folder).delete();
    }

    private void makeProjects() {
        if (projects.isEmpty()) {
            return;
        }
        try (EmbeddedPfs engine = EmbeddedPfs.open(path(), PfsSettings.defaults())) {
            projects.forEach(engine.repos()::createProject);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    EmbeddedFileSystem fileSystem() {
        return required(open);
    }

    FileSystem ports() {
        return fileSystem().ports();
    }

    Path path() {
        return required(folder).path();
    }

    void reopen() {
        fileSystem().close();
        open = openAgain();
    }

    private EmbeddedFileSystem openAgain() {
        return EmbeddedFileSystem.open(new EmbeddedSettings(path(), Clock.systemUTC()));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Nothing is open between tests");
        }
        return value;
    }
}
