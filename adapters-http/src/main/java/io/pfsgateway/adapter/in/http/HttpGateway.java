package io.pfsgateway.adapter.in.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.DefaultTasks;
import io.pfsgateway.adapter.in.http.access.Access;
import io.pfsgateway.adapter.in.http.access.KeyAccess;
import io.pfsgateway.adapter.in.http.access.OpenAccess;
import io.pfsgateway.adapter.in.http.access.WebPageGuard;
import io.pfsgateway.adapter.in.http.server.JettyServerSetup;
import io.pfsgateway.adapter.in.http.server.RequestPipeline;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import java.net.InetSocketAddress;
import java.time.Clock;

/** A gateway that serves S3. It runs from {@link #start} until it is closed. */
public final class HttpGateway implements AutoCloseable {
    private final Javalin javalin;
    private final InetSocketAddress address;

    private HttpGateway(Javalin javalin, InetSocketAddress address) {
        this.javalin = javalin;
        this.address = address;
    }

    /** Starts to serve. It fails with a runtime exception when the address is taken. */
    public static HttpGateway start(HttpSettings settings, UseCases useCases, Clock clock) {
        RequestPipeline pipeline = new RequestPipeline(
                access(settings, useCases.authenticate(), clock),
                OperationTable.of(useCases.buckets(), useCases.objects()),
                settings.domain(),
                settings.maxRequests());
        Javalin javalin =
                Javalin.create(config -> configure(config, settings, pipeline)).start();
        return new HttpGateway(javalin, new InetSocketAddress(settings.listen().getAddress(), javalin.port()));
    }

    private static Access access(HttpSettings settings, AuthenticateUseCase authenticate, Clock clock) {
        return switch (settings.security()) {
            case OPEN -> new OpenAccess(authenticate, new WebPageGuard(settings.openAnywhere(), settings.domain()));
            case KEYS -> new KeyAccess(authenticate, clock);
        };
    }

    private static void configure(JavalinConfig config, HttpSettings settings, RequestPipeline pipeline) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = JettyServerSetup.threads(settings.maxRequests());
        config.jetty.modifyServer(server -> JettyServerSetup.prepare(server, settings.drain()));
        config.jetty.modifyServletContextHandler(JettyServerSetup::prepare);
        config.jetty.addConnector(
                (server, http) -> JettyServerSetup.connector(server, settings.listen(), settings.drain()));
        serveEverything(config, pipeline);
    }

    /** Paths are keys, not routes: every request goes to the pipeline, whatever its method, and Javalin matches nothing itself. */
    @SuppressWarnings("unchecked") // Javalin's own signature: a generic array, made here of one element and never kept
    private static void serveEverything(JavalinConfig config, RequestPipeline pipeline) {
        config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
        config.routes.before(context -> pipeline.serve(context.req(), context.res()));
    }

    /** Where it listens, with the port that was taken. */
    public InetSocketAddress address() {
        return address;
    }

    /** Takes no more requests, lets those under way finish for as long as the settings say, then stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
