package io.pfsgateway.bootstrap.wiring;

import io.pfsgateway.adapter.out.jdbc.JdbcBookkeeping;
import io.pfsgateway.adapter.out.jdbc.JdbcSettings;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedSettings;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadCrashContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The parts that are used together by default: the embedded file system and H2, both in one folder. */
final class EmbeddedUploadCrashTest extends UploadCrashContract {
    private final Path folder;
    private EmbeddedFileSystem files;
    private JdbcBookkeeping bookkeeping;

    EmbeddedUploadCrashTest(@TempDir Path folder) {
        this.folder = folder;
        this.files = openFiles(folder);
        this.bookkeeping = openBookkeeping(folder);
    }

    private static EmbeddedFileSystem openFiles(Path folder) {
        return EmbeddedFileSystem.open(new EmbeddedSettings(folder.resolve("data"), Clock.systemUTC()));
    }

    private static JdbcBookkeeping openBookkeeping(Path folder) {
        return JdbcBookkeeping.open(JdbcSettings.h2In(folder.resolve("data/bookkeeping")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        bookkeeping.close();
        files.close();
    }

    @Override
    protected FileSystem files() {
        return files.ports();
    }

    @Override
    protected UploadBookkeeping uploads() {
        return bookkeeping.uploads();
    }

    @Override
    protected void restart() {
        close();
        files = openFiles(folder);
        bookkeeping = openBookkeeping(folder);
    }
}
