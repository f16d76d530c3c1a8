package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.bootstrap.release.BuildVersion;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.pfs.server.PfsServer;
import io.pfsgateway.pfs.server.PfsServerSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The embedded file system for Pachyderm's own clients. */
@Module
final class PfsServerModule {
    private PfsServerModule() {}

    @Provides
    @Singleton
    static Optional<PfsServer> pfsServer(
            Settings settings, Optional<EmbeddedFileSystem> embedded, Resources resources) {
        return embedded.flatMap(
                files -> settings.pfs().listen().map(listen -> resources.add(start(listen, settings, files))));
    }

    private static PfsServer start(InetSocketAddress listen, Settings settings, EmbeddedFileSystem files) {
        PfsServerSettings server =
                new PfsServerSettings(listen, settings.s3().drain(), id(settings), BuildVersion.read());
        try {
            return PfsServer.start(files.engine(), server);
        } catch (IOException refused) {
            throw StartFailed.cannotListen("pfs_v2", listen, Setting.PFS_LISTEN.flag(), refused);
        }
    }

    /** The same for as long as the data stays where it is. */
    private static String id(Settings settings) {
        byte[] place = settings.data().toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(place).toString().replace("-", "");
    }
}
