package io.pfsgateway.adapter.in.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.DefaultTasks;
import io.pfsgateway.adapter.in.http.access.Access;
import io.pfsgateway.adapter.in.http.access.KeyAccess;
import io.pfsgateway.adapter.in.http.access.OpenAccess;
import io.pfsgateway.adapter.in.http.access.SignatureRules;
import io.pfsgateway.adapter.in.http.access.WebPageGuard;
import io.pfsgateway.adapter.in.http.cors.BucketCrossOrigin;
import io.pfsgateway.adapter.in.http.cors.CachingBucketCors;
import io.pfsgateway.adapter.in.http.cors.CrossOrigin;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.operation.LongAnswers;
import io.pfsgateway.adapter.in.http.operation.Operation;
import io.pfsgateway.adapter.in.http.operation.PostObjectHandler;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.adapter.in.http.server.Admission;
import io.pfsgateway.adapter.in.http.server.JettyServerSetup;
import io.pfsgateway.adapter.in.http.server.RequestPipeline;
import io.pfsgateway.adapter.in.http.tls.ServedCertificate;
import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;

/** A gateway that serves S3. It runs from {@link #start} until it is closed. */
public final class HttpGateway implements AutoCloseable {
    private final Javalin javalin;
    private final Admission admission;
    private final LongAnswers longAnswers;
    private final InetSocketAddress address;
    private final Duration drain;

    private HttpGateway(
            Javalin javalin, Admission admission, LongAnswers longAnswers, InetSocketAddress address, Duration drain) {
        this.javalin = javalin;
        this.admission = admission;
        this.longAnswers = longAnswers;
        this.address = address;
        this.drain = drain;
    }

    /**
     * Loads what a server is made of, by making one that is never started. That takes about as long as the rest of a start, and is
     * best done beside it; {@link #start} does without, and then takes longer.
     */
    public static void prepare() {
        Javalin.create(config -> {
                    beQuiet(config);
                    config.jetty.threadPool = JettyServerSetup.threads(1);
                })
                .jettyServer()
                .server();
    }

    /**
     * Starts to serve. It fails with a runtime exception when the address is taken.
     *
     * @throws TlsRefused if the certificate cannot be served
     */
    public static HttpGateway start(HttpSettings settings, UseCases useCases, Clock clock) throws TlsRefused {
        return start(settings, useCases, clock, RequestObserver.NONE);
    }

    /** The same, telling an observer of every request. */
    public static HttpGateway start(HttpSettings settings, UseCases useCases, Clock clock, RequestObserver observer)
            throws TlsRefused {
        return start(settings, useCases, clock, observer, LongAnswers.Pace.USUAL, Admission.USUAL_PATIENCE);
    }

    /** The same, at another pace where answers take long, and with another patience of those who find no place. */
    static HttpGateway start(
            HttpSettings settings,
            UseCases useCases,
            Clock clock,
            RequestObserver observer,
            LongAnswers.Pace pace,
            Duration patience)
            throws TlsRefused {
        Optional<ServedCertificate> certificate = certificate(settings);
        LongAnswers longAnswers = new LongAnswers(settings.maxRequests(), pace);
        BucketCorsUseCase cors =
                new CachingBucketCors(useCases.bucketConfigurations().bucketCors());
        Access access = access(settings, useCases.authenticate(), clock);
        Map<S3Action, Operation> operations = OperationTable.of(useCases.withBucketCors(cors), longAnswers);
        operations.put(
                S3Action.POST_OBJECT,
                new PostObjectHandler(
                        useCases.objects().putObject(), access, clock, certificate.isPresent() ? "https" : "http"));
        RequestPipeline pipeline =
                new RequestPipeline(access, crossOrigin(settings, cors), operations, settings.domain());
        Admission admission = new Admission(settings.maxRequests(), patience);
        Javalin javalin = Javalin.create(config -> {
                    configure(config, settings, certificate, admission);
                    config.jetty.modifyServer(server -> JettyServerSetup.prepare(server, admission, observer));
                    config.jetty.modifyServletContextHandler(context -> JettyServerSetup.prepare(context, observer));
                    serveEverything(config, pipeline);
                })
                .start();
        InetSocketAddress address = new InetSocketAddress(settings.listen().getAddress(), javalin.port());
        return new HttpGateway(javalin, admission, longAnswers, address, settings.drain());
    }

    private static Optional<ServedCertificate> certificate(HttpSettings settings) throws TlsRefused {
        Optional<TlsFiles> files = settings.tls();
        return files.isPresent() ? Optional.of(ServedCertificate.of(files.get())) : Optional.empty();
    }

    private static Access access(HttpSettings settings, AuthenticateUseCase authenticate, Clock clock) {
        AccessSettings access = settings.access();
        return switch (access.mode()) {
            case OPEN -> new OpenAccess(authenticate, new WebPageGuard(access.openAnywhere(), settings.domain()));
            case KEYS -> new KeyAccess(authenticate, clock, SignatureRules.ofKeys(access.version2()));
            case TOKENS ->
                new KeyAccess(
                        authenticate, clock, SignatureRules.ofTokens(access.version2(), access.presignWithToken()));
        };
    }

    /** An open gateway is closed to web pages, whatever is set on its buckets. */
    private static CrossOrigin crossOrigin(HttpSettings settings, BucketCorsUseCase cors) {
        return switch (settings.access().mode()) {
            case OPEN -> CrossOrigin.CLOSED;
            case KEYS, TOKENS -> new BucketCrossOrigin(cors);
        };
    }

    private static void configure(
            JavalinConfig config, HttpSettings settings, Optional<ServedCertificate> certificate, Admission admission) {
        beQuiet(config);
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = JettyServerSetup.threads(settings.maxRequests());
        config.jetty.addConnector(
                (server, http) -> JettyServerSetup.connector(server, settings.listen(), certificate, admission));
    }

    private static void beQuiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
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

    /** How many requests are under way, and how many were refused. */
    public Admission admission() {
        return admission;
    }

    /** Takes no more requests, lets those under way finish for as long as the settings say, then stops. */
    @Override
    public void close() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((NetworkConnector) connector).close();
        }
        // Jetty's own stop would cut off whoever pauses for a second, and wait for connections on which nothing is
        // asked.
        long began = System.nanoTime();
        admission.drain(drain);
        longAnswers.drain(drain.minusNanos(System.nanoTime() - began));
        javalin.stop();
    }
}
