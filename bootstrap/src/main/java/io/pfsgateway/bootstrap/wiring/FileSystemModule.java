package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedSettings;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.pfs.model.PfsException;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The file system: a folder. */
@Module
final class FileSystemModule {
    private FileSystemModule() {}

    @Provides
    @Singleton
    static EmbeddedFileSystem embedded(Settings settings, Clock clock, Resources resources) {
        try {
            return resources.add(EmbeddedFileSystem.open(new EmbeddedSettings(settings.data(), clock)));
        } catch (FileSystemFailure failure) {
            throw new StartFailed("Cannot open the data folder " + settings.data() + ": " + reason(failure), failure);
        }
    }

    @Provides
    static FileSystem fileSystem(EmbeddedFileSystem embedded) {
        return embedded.ports();
    }

    /** The engine says in words what is wrong; of other failures the kind says more than the message. */
    private static String reason(FileSystemFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof PfsException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
