package io.pfsgateway.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import io.pfsgateway.adapter.in.http.HttpGateway;
import io.pfsgateway.adapter.out.jdbc.JdbcBookkeeping;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.bootstrap.admin.AdminServer;
import io.pfsgateway.bootstrap.admin.Readiness;
import io.pfsgateway.bootstrap.metrics.GatewayMetrics;
import io.pfsgateway.bootstrap.metrics.OpenUploads;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.pfs.server.PfsServer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The gateway and what it is made of. */
@Singleton
@Component(
        modules = {
            FileSystemModule.class,
            AccessModule.class,
            BucketsModule.class,
            ObjectsModule.class,
            BookkeepingModule.class,
            UploadsModule.class,
            HttpModule.class,
            PfsServerModule.class,
            AdminModule.class,
            MetricsModule.class
        })
interface GatewayComponent {
    Optional<AdminServer> admin();

    FileSystem files();

    Optional<EmbeddedFileSystem> embedded();

    Optional<Pachd> pachd();

    JdbcBookkeeping bookkeeping();

    HttpGateway http();

    Optional<PfsServer> pfsServer();

    Readiness readiness();

    UploadSweeper sweeper();

    Optional<GatewayMetrics> metrics();

    OpenUploads openUploads();

    /** What the modules are told. */
    @Component.Factory
    interface Factory {
        GatewayComponent create(
                @BindsInstance Settings settings, @BindsInstance Clock clock, @BindsInstance Resources resources);
    }
}
