package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.out.jdbc.JdbcBookkeeping;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedSettings;
import io.pfsgateway.adapter.out.pfs.grpc.AuthoritiesRefused;
import io.pfsgateway.adapter.out.pfs.grpc.CallObserver;
import io.pfsgateway.adapter.out.pfs.grpc.GrpcFileSystem;
import io.pfsgateway.adapter.out.pfs.grpc.GrpcIdentity;
import io.pfsgateway.adapter.out.pfs.grpc.GrpcSettings;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.service.StagingCleanedByGateway;
import io.pfsgateway.bootstrap.metrics.GatewayMetrics;
import io.pfsgateway.bootstrap.settings.AuthMode;
import io.pfsgateway.bootstrap.settings.PachdSettings;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.pfs.model.PfsException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The file system: a folder, or a pachd. */
@Module
final class FileSystemModule {
    private FileSystemModule() {}

    /** Empty where a pachd is used instead. */
    @Provides
    @Singleton
    static Optional<EmbeddedFileSystem> embedded(
            Settings settings, Clock clock, Optional<GatewayMetrics> metrics, Resources resources) {
        if (settings.pachd().isPresent()) {
            return Optional.empty();
        }
        try {
            EmbeddedFileSystem files = resources.add(EmbeddedFileSystem.open(
                    new EmbeddedSettings(settings.data(), clock, settings.pfs().caches())));
            metrics.ifPresent(counted -> counted.watch(files.engine()));
            return Optional.of(files);
        } catch (FileSystemFailure failure) {
            throw new StartFailed("Cannot open the data folder " + settings.data() + ": " + reason(failure), failure);
        }
    }

    /** Empty where the embedded file system is used. */
    @Provides
    @Singleton
    static Optional<Pachd> pachd(
            Settings settings, JdbcBookkeeping bookkeeping, Clock clock, CallObserver calls, Resources resources) {
        return settings.pachd()
                .map(pachd -> open(pachd, identity(settings, pachd), bookkeeping, clock, calls))
                .map(pachd -> {
                    resources.add(pachd.files());
                    return pachd;
                });
    }

    @Provides
    @Singleton
    static FileSystem fileSystem(Settings settings, Optional<EmbeddedFileSystem> embedded, Optional<Pachd> pachd) {
        return embedded.map(EmbeddedFileSystem::ports)
                .orElseGet(() -> ports(settings.auth().mode(), pachd.orElseThrow()));
    }

    private static FileSystem ports(AuthMode mode, Pachd pachd) {
        FileSystem ports = pachd.files().ports();
        return mode == AuthMode.PACHYDERM
                ? new FileSystem(
                        ports.branches(),
                        ports.reader(),
                        ports.lister(),
                        ports.history(),
                        ports.committer(),
                        new StagingCleanedByGateway(ports.staging(), pachd.identity()))
                : ports;
    }

    private static GrpcIdentity identity(Settings settings, PachdSettings pachd) {
        Optional<FileSystemToken> own = pachd.tokenFile().map(FileSystemModule::token);
        return settings.auth().mode() == AuthMode.PACHYDERM ? GrpcIdentity.ofCallers(own) : GrpcIdentity.ofGateway(own);
    }

    private static Pachd open(
            PachdSettings pachd, GrpcIdentity identity, JdbcBookkeeping bookkeeping, Clock clock, CallObserver calls) {
        GrpcSettings settings = new GrpcSettings(
                pachd.address(),
                pachd.authorities(),
                GrpcSettings.DEFAULT_PATIENCE,
                identity::token,
                pachd.escapesKeys());
        try {
            GrpcFileSystem files = GrpcFileSystem.open(
                    settings, bookkeeping.fileAttributes(), bookkeeping.branchLocks(), clock, calls);
            return new Pachd(files, identity);
        } catch (AuthoritiesRefused refused) {
            throw new StartFailed(Setting.PACHD_CA_FILE.flag() + " " + refused.getMessage() + ".", refused);
        }
    }

    private static FileSystemToken token(Path file) {
        try {
            return new FileSystemToken(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new StartFailed("Cannot read " + Setting.PACHD_TOKEN_FILE.flag() + " " + file, unreadable);
        } catch (RequestFailure malformed) {
            throw new StartFailed("There is no token in " + Setting.PACHD_TOKEN_FILE.flag() + " " + file, malformed);
        }
    }

    /** The engine says in words what is wrong; of other failures the kind says more than the message. */
    private static String reason(FileSystemFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof PfsException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
