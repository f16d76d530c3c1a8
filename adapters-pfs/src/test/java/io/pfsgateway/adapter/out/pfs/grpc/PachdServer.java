package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.fake.InMemoryBranchLocks;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The adapter on a server: the one that is there already at the address in the system property {@code pachd.address}, or else one
 * on an embedded file system. It is started when a test first asks for it, and ends with the tests of its class.
 */
final class PachdServer implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final RoundTrips trips = new RoundTrips();
    final LossyConnection connection = new LossyConnection();
    final Interruptions interruptions = new Interruptions();
    final OpenCalls calls = new OpenCalls();

    private final boolean escapes;
    private final KeyPaths paths;

    /** The class and those nested in it, for each of which JUnit comes here. */
    private int users;

    private @Nullable EmbeddedServer embedded;
    private @Nullable ManagedChannel channel;
    private @Nullable FileSystem ports;

    PachdServer() {
        this(false);
    }

    private PachdServer(boolean escapes) {
        this.escapes = escapes;
        this.paths = escapes ? KeyPaths.escaped() : KeyPaths.plain();
    }

    /** With keys escaped. */
    static PachdServer escaping() {
        return new PachdServer(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        users++;
    }

    private FileSystem open() {
        PachdAddress address =
                PachdAddress.tryParse(System.getProperty("pachd.address", "")).orElseGet(this::startEmbedded);
        ManagedChannel opened =
                PachdChannel.open(new GrpcSettings(address, Optional.empty(), PATIENCE, Optional::empty, false));
        channel = opened;
        return ports(new InMemoryFileAttributes(Clock.systemUTC()).roles(), new InMemoryBranchLocks());
    }

    /** The same server with another bookkeeping. */
    FileSystem ports(FileAttributeBookkeeping attributes, BranchLocks locks) {
        return GrpcFileSystem.ports(client(), attributes, locks, Clock.systemUTC(), Optional::empty);
    }

    PfsClient client() {
        return new PfsClient(
                ClientInterceptors.intercept(Objects.requireNonNull(channel), trips, connection, interruptions, calls),
                PATIENCE,
                paths);
    }

    /** A name that nothing else has: of a repository, or an upload's token. */
    static String uniqueName() {
        return "r" + UUID.randomUUID().toString().replace("-", "");
    }

    /** No test leaves a broken connection to the next. */
    @Override
    public void afterEach(ExtensionContext context) {
        connection.heal();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        users--;
        if (users > 0) {
            return;
        }
        if (channel != null) {
            channel.shutdownNow();
            channel = null;
            ports = null;
        }
        if (embedded != null) {
            embedded.close();
            embedded = null;
        }
    }

    private PachdAddress startEmbedded() {
        EmbeddedServer started = EmbeddedServer.start();
        embedded = started;
        return started.address();
    }

    /** What a pachd can do, and what keys it holds as they are called here. */
    Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.complementOf(EnumSet.of(
                Capability.LETS_PINS_OUTLIVE_BRANCHES,
                Capability.LETS_FILE_BESIDE_DIRECTORY,
                Capability.KNOWS_DELETIONS,
                Capability.KNOWS_WRITERS));
        capabilities.remove(escapes ? Capability.KEEPS_LENGTH_OF_KEYS : Capability.HOLDS_EVERY_KEY);
        return capabilities;
    }

    PachdPreparation preparation() {
        return preparation(paths);
    }

    /** Changes of someone who calls keys otherwise. */
    PachdPreparation preparation(KeyPaths others) {
        FileSystem opened = ports();
        return new PachdPreparation(
                new PfsClient(Objects.requireNonNull(channel), PATIENCE, others), opened.branches());
    }

    FileSystem ports() {
        if (ports == null) {
            ports = open();
        }
        return ports;
    }
}
