package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.out.jdbc.DatabaseObserver;
import io.pfsgateway.adapter.out.jdbc.JdbcBookkeeping;
import io.pfsgateway.adapter.out.jdbc.JdbcRefused;
import io.pfsgateway.adapter.out.jdbc.JdbcSettings;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.bootstrap.metrics.GatewayMetrics;
import io.pfsgateway.bootstrap.metrics.OpenUploads;
import io.pfsgateway.bootstrap.settings.BookkeepingSettings.Database;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The bookkeeping: a file below the data, or a database of the operator's own. */
@Module
final class BookkeepingModule {
    private static final String FOLDER = "bookkeeping";
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(30);

    private BookkeepingModule() {}

    /** Opened behind the file system, which alone knows whether the folder is its own, and whose lock keeps others out. */
    @Provides
    @Singleton
    static JdbcBookkeeping bookkeeping(
            Settings settings,
            Optional<EmbeddedFileSystem> files,
            Clock clock,
            DatabaseObserver observer,
            Resources resources) {
        Optional<Database> database = settings.bookkeeping().database();
        JdbcSettings jdbc = database.map(BookkeepingModule::jdbc)
                .orElseGet(() -> JdbcSettings.h2In(files.map(EmbeddedFileSystem::folder)
                        .orElse(settings.data())
                        .resolve(FOLDER)));
        try {
            return resources.add(JdbcBookkeeping.open(jdbc, clock, observer));
        } catch (JdbcRefused refused) {
            throw new StartFailed("Cannot open the bookkeeping: " + refused.getMessage(), refused);
        }
    }

    private static JdbcSettings jdbc(Database database) {
        return JdbcSettings.of(
                database.url(), database.user(), database.passwordFile().map(BookkeepingModule::password));
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new StartFailed("Cannot read " + Setting.JDBC_PASSWORD_FILE.flag() + " " + file, unreadable);
        }
    }

    @Provides
    @Singleton
    static OpenUploads openUploads(JdbcBookkeeping bookkeeping, Optional<GatewayMetrics> metrics, Resources resources) {
        OpenUploads uploads =
                resources.add(OpenUploads.start(() -> bookkeeping.openUploads(OpenUploads.MOST), BETWEEN_COUNTS));
        metrics.ifPresent(counted -> counted.watchUploads(uploads::last));
        return uploads;
    }

    @Provides
    static UploadBookkeeping uploads(JdbcBookkeeping bookkeeping) {
        return bookkeeping.uploads();
    }

    @Provides
    static BucketConfigurationStore bucketConfigurations(JdbcBookkeeping bookkeeping) {
        return bookkeeping.bucketConfigurations();
    }

    @Provides
    static UploadClearance clearance(UploadBookkeeping uploads, FileSystem files) {
        return new UploadClearance(uploads, files.staging());
    }
}
