package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.fake.InMemoryBranchLocks;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The adapter on a server: the one that is there already at the address in the system property {@code pachd.address}, or else one
 * on an embedded file system, started for the tests of a class.
 */
final class PachdServer implements BeforeAllCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final RoundTrips trips = new RoundTrips();
    final LossyConnection connection = new LossyConnection();

    /** The class and those nested in it, for each of which JUnit comes here. */
    private int users;

    private @Nullable EmbeddedServer embedded;
    private @Nullable ManagedChannel channel;
    private @Nullable FileSystem ports;

    @Override
    public void beforeAll(ExtensionContext context) {
        users++;
        if (users > 1) {
            return;
        }
        PachdAddress address =
                PachdAddress.tryParse(System.getProperty("pachd.address", "")).orElseGet(this::startEmbedded);
        ManagedChannel opened =
                PachdChannel.open(new GrpcSettings(address, Optional.empty(), PATIENCE, Optional::empty));
        channel = opened;
        ports = GrpcFileSystem.ports(
                ClientInterceptors.intercept(opened, trips, connection),
                PATIENCE,
                new InMemoryFileAttributes(Clock.systemUTC()).roles(),
                new InMemoryBranchLocks(),
                Clock.systemUTC());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        users--;
        if (users > 0) {
            return;
        }
        Objects.requireNonNull(channel).shutdownNow();
        if (embedded != null) {
            embedded.close();
        }
    }

    private PachdAddress startEmbedded() {
        EmbeddedServer started = EmbeddedServer.start();
        embedded = started;
        return started.address();
    }

    PachdPreparation preparation() {
        return new PachdPreparation(new PfsClient(Objects.requireNonNull(channel), PATIENCE), ports().branches());
    }

    FileSystem ports() {
        return Objects.requireNonNull(ports);
    }
}
