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

/** The adapter on a server that is there already, at the address in the system property {@code pachd.address}. */
final class PachdServer implements BeforeAllCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final RoundTrips trips = new RoundTrips();
    private @Nullable ManagedChannel channel;
    private @Nullable FileSystem ports;

    @Override
    public void beforeAll(ExtensionContext context) {
        PachdAddress address =
                PachdAddress.tryParse(System.getProperty("pachd.address", "")).orElseThrow();
        ManagedChannel opened =
                PachdChannel.open(new GrpcSettings(address, Optional.empty(), PATIENCE, Optional::empty));
        channel = opened;
        ports = GrpcFileSystem.ports(
                ClientInterceptors.intercept(opened, trips),
                PATIENCE,
                new InMemoryFileAttributes(Clock.systemUTC()).roles(),
                new InMemoryBranchLocks(),
                Clock.systemUTC());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(channel).shutdownNow();
    }

    PachdPreparation preparation() {
        return new PachdPreparation(new PfsClient(Objects.requireNonNull(channel), PATIENCE), ports().branches());
    }

    FileSystem ports() {
        return Objects.requireNonNull(ports);
    }
}
