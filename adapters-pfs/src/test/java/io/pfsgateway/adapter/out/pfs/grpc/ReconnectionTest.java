package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReconnectionTest {
    /** With gRPC's own pauses so many attempts take minutes. */
    private static final int ATTEMPTS = 15;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void triesAtAnEvenPaceWhileTheServerIsAway() throws IOException, InterruptedException {
        CountDownLatch attempts = new CountDownLatch(ATTEMPTS);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            new Thread(() -> closeWhoeverConnects(server, attempts)).start();
            PachdAddress address = new PachdAddress("127.0.0.1", server.getLocalPort(), false);
            ManagedChannel channel =
                    PachdChannel.open(new GrpcSettings(address, Optional.empty(), PATIENCE, Optional::empty, false));
            Reconnection reconnection = Reconnection.start(channel, Duration.ofMillis(20));
            try {
                channel.getState(true);
                assertThat(attempts.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("%d attempts, of which %d are missing", ATTEMPTS, attempts.getCount())
                        .isTrue();
            } finally {
                reconnection.close();
                channel.shutdownNow();
            }
        }
    }

    private static void closeWhoeverConnects(ServerSocket server, CountDownLatch attempts) {
        try {
            while (true) {
                server.accept().close();
                attempts.countDown();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
