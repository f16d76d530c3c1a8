package io.pfsgateway.pfs.server;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.server.change.StagedLeftovers;
import io.pfsgateway.pfs.server.service.AdminService;
import io.pfsgateway.pfs.server.service.AuthService;
import io.pfsgateway.pfs.server.service.PfsService;
import io.pfsgateway.pfs.server.service.PipelineService;
import io.pfsgateway.pfs.server.service.VersionService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of {@code pfs_v2} on an embedded file system, without TLS and open to all who reach it. Closing it takes no new
 * calls and waits for those under way; the file system stays its opener's.
 */
public final class PfsServer implements AutoCloseable {
    /** As pachd: larger messages are refused. */
    private static final int MESSAGE_BYTES = 20 << 20;
    /** Calls wait for the disk, and never for a client. */
    private static final int THREADS = 32;

    private static final long IDLE_SECONDS = 30;

    private final Server server;
    private final HealthStatusManager health;
    private final ExecutorService threads;
    private final Duration drain;

    private PfsServer(Server server, HealthStatusManager health, ExecutorService threads, Duration drain) {
        this.server = server;
        this.health = health;
        this.threads = threads;
        this.drain = drain;
    }

    /**
     * Starts to serve.
     *
     * @throws IOException when the address cannot be had
     */
    public static PfsServer start(EmbeddedPfs pfs, PfsServerSettings settings) throws IOException {
        ServerBuilder<?> builder = NettyServerBuilder.forAddress(settings.listen());
        return start(builder, pfs, settings);
    }

    /** As {@link #start(EmbeddedPfs, PfsServerSettings)}, on a transport of the caller's choice. */
    static PfsServer start(ServerBuilder<?> transport, EmbeddedPfs pfs, PfsServerSettings settings) throws IOException {
        StagedLeftovers.release(pfs.staging());
        HealthStatusManager health = new HealthStatusManager();
        ExecutorService threads = threads();
        Server server = transport
                .executor(threads)
                .maxInboundMessageSize(MESSAGE_BYTES)
                .addService(new PfsService(pfs))
                .addService(new VersionService(settings.release()))
                .addService(new AdminService(pfs, settings.id()))
                .addService(new AuthService())
                .addService(new PipelineService())
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .build();
        try {
            server.start();
        } catch (IOException | RuntimeException refused) {
            threads.shutdownNow();
            throw refused;
        }
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.SERVING);
        return new PfsServer(server, health, threads, settings.drain());
    }

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "pfs-server-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Where it serves, with the port that was found if 0 was asked for. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenSockets().get(0);
    }

    @Override
    public void close() {
        health.enterTerminalState();
        server.shutdown();
        try {
            if (!server.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
                server.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdown();
        }
    }
}
