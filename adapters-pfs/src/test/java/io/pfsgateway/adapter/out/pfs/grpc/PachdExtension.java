package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for each test, with one branch in it. */
final class PachdExtension implements BeforeEachCallback, AfterEachCallback {
    static final BranchId MASTER = BranchId.of("master", "r");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final PachdInMemory pachd = new PachdInMemory();
    private final String name = InProcessServerBuilder.generateName();
    private final Server server =
            InProcessServerBuilder.forName(name).addService(pachd).build();
    final ManagedChannel channel = InProcessChannelBuilder.forName(name).build();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server.start();
        pachd.repo.createBranch(PfsMessages.branch(MASTER));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        channel.shutdownNow();
        stop();
    }

    void stop() {
        server.shutdownNow();
    }

    GrpcCommitReader reader() {
        return new GrpcCommitReader(channel, PATIENCE);
    }

    GrpcFileWriter writer() {
        return new GrpcFileWriter(channel, PATIENCE);
    }

    /** Puts a file as a writer of one message does. */
    void put(String key, String text) {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    void put(String key, byte[] bytes) {
        try (var file = writer().begin(MASTER, new ObjectKey(key))) {
            file.write(bytes, 0, bytes.length);
            file.commit(
                    io.pfsgateway.domain.file.ObjectAttributes.NONE,
                    io.pfsgateway.domain.condition.WriteCondition.NONE,
                    java.util.Optional.empty());
        }
    }
}
