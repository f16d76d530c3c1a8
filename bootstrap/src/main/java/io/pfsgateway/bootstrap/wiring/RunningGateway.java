package io.pfsgateway.bootstrap.wiring;

import io.pfsgateway.adapter.in.http.HttpGateway;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.bootstrap.admin.AdminServer;
import io.pfsgateway.bootstrap.admin.Check;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.pfs.server.PfsServer;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway that serves. Closing it takes no new requests, finishes those under way within the drain time, then closes the file
 * system; health answers to the last.
 */
public final class RunningGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningGateway.class);

    private final GatewayComponent parts;
    private final Resources resources;

    private RunningGateway(GatewayComponent parts, Resources resources) {
        this.parts = parts;
        this.resources = resources;
    }

    /**
     * Starts; when that fails, nothing stays open.
     *
     * @throws StartFailed for what the operator can do something about
     */
    public static RunningGateway start(Settings settings, Clock clock) {
        prepare("prepare-http", HttpGateway::prepare);
        if (settings.pachd().isEmpty()) {
            prepare("prepare-files", EmbeddedFileSystem::prepare);
        }
        Resources resources = new Resources();
        try {
            GatewayComponent parts = DaggerGatewayComponent.factory().create(settings, clock, resources);
            // Health comes first, and so closes last: it tells of a long start, and of a long stop.
            parts.admin();
            parts.sweeper();
            parts.pfsServer();
            parts.http();
            parts.metrics().ifPresent(counted -> {
                counted.watchJvm();
                parts.openUploads();
            });
            parts.readiness().ask(checks(parts));
            return new RunningGateway(parts, resources);
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, resources);
            throw failure;
        }
    }

    /** Beside what the start does meanwhile. What cannot be prepared is tried again when its turn comes, and told of then. */
    private static void prepare(String name, Runnable loading) {
        Thread preparation = new Thread(loading, name);
        preparation.setDaemon(true);
        preparation.setUncaughtExceptionHandler((thread, failure) -> LOG.debug("{} failed", name, failure));
        preparation.start();
    }

    private static List<Check> checks(GatewayComponent parts) {
        Supplier<Boolean> answers =
                () -> parts.files().branches().list(Optional.empty(), 1).size() <= 1;
        return List.of(
                new Check(
                        "file system",
                        () -> parts.pachd()
                                .map(pachd -> pachd.asGateway(answers))
                                .orElseGet(answers)),
                new Check("bookkeeping", () -> parts.bookkeeping().isReachable()));
    }

    /** Where S3 is served, with the port that was found if 0 was asked for. */
    public InetSocketAddress s3Address() {
        return parts.http().address();
    }

    /** Where pfs_v2 is served, if it is. */
    public Optional<InetSocketAddress> pfsAddress() {
        return parts.pfsServer().map(PfsServer::address);
    }

    /** Where everything is served. */
    public Addresses addresses() {
        return new Addresses(s3Address(), pfsAddress(), adminAddress());
    }

    /** Where each thing is served, with the ports that were found. */
    public record Addresses(InetSocketAddress s3, Optional<InetSocketAddress> pfs, Optional<InetSocketAddress> admin) {}

    /** Where health is served, if it is. */
    public Optional<InetSocketAddress> adminAddress() {
        return parts.admin().map(AdminServer::address);
    }

    /** Whether this start made the data. */
    public boolean madeData() {
        return parts.embedded().filter(EmbeddedFileSystem::wasCreated).isPresent();
    }

    @Override
    public void close() {
        parts.readiness().stop();
        resources.close();
    }

    private static void closeAfter(Throwable failure, Resources resources) {
        try {
            resources.close();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
