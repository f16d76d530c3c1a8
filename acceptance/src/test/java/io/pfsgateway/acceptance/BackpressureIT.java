package io.pfsgateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More connections than places: what is acknowledged is there, and all else is told to slow down. */
@Timeout(300)
class BackpressureIT {
    private static final int MOST_CONNECTIONS = 2_000;
    private static final int PLACES = 32;
    private static final int BODY_BYTES = 1_024;
    private static final String BODY = "x".repeat(BODY_BYTES);
    private static final String BUCKET = "/master.pressed";

    @TempDir
    Path folder;

    private GatewayProcess gateway;

    private final List<RawClient> clients = new ArrayList<>();

    /** One of its own: connections that end crowd a gateway too. */
    @BeforeEach
    void start() throws Exception {
        gateway = GatewayProcess.startOpen(folder, "--max-requests", Integer.toString(PLACES));
        try (RawClient client = new RawClient(gateway.address())) {
            assertThat(client.ask("PUT", BUCKET).status()).isEqualTo(200);
        }
    }

    @AfterEach
    void end() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        gateway.close();
    }

    @Test
    void everythingAcknowledgedIsThereAndAllElseIsToldToSlowDown() throws IOException {
        List<String> acknowledged = new ArrayList<>();
        connect(connections());
        for (int round = 0; round < 3; round++) {
            for (int each = 0; each < clients.size(); each++) {
                clients.get(each).put(key(round, each), BODY);
            }
            for (int each = 0; each < clients.size(); each++) {
                RawClient.Answer answer = clients.get(each).read();
                if (answer.status() == 200) {
                    acknowledged.add(key(round, each));
                } else {
                    assertSlowDown(answer);
                    reconnectIfEnded(each, answer);
                }
            }
        }

        assertThat(acknowledged).isNotEmpty();
        assertAllThere(acknowledged);
    }

    @Test
    void whoFindsNoPlaceIsToldSoonThoughHisBodyIsStillToCome() throws IOException {
        connect(PLACES);
        for (int each = 0; each < PLACES; each++) {
            clients.get(each)
                    .send("PUT " + key(9, each) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + BODY_BYTES
                            + "\r\nExpect: 100-continue\r\n\r\n");
        }
        for (RawClient holding : clients) {
            assertThat(holding.read().status()).as("it has a place").isEqualTo(100);
        }
        try (RawClient late = new RawClient(gateway.address())) {
            late.sendHead("PUT", key(9, PLACES), 64 << 20);
            late.send(BODY);

            assertSlowDown(late.read());
        }
        List<String> acknowledged = new ArrayList<>();
        for (int each = 0; each < PLACES; each++) {
            clients.get(each).send(BODY);
            assertThat(clients.get(each).read().status()).isEqualTo(200);
            acknowledged.add(key(9, each));
        }
        assertAllThere(acknowledged);
    }

    /** As a connection is whose body was not all there yet. */
    private void reconnectIfEnded(int place, RawClient.Answer answer) throws IOException {
        if (answer.text().contains("Connection: close")) {
            clients.get(place).close();
            clients.set(place, new RawClient(gateway.address()));
        }
    }

    private void connect(int count) throws IOException {
        for (int each = 0; each < count; each++) {
            clients.add(new RawClient(gateway.address()));
        }
    }

    /** As many as the limit of open files lets this process have, and the gateway, which has the same. */
    private static int connections() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(MOST_CONNECTIONS, system.getMaxFileDescriptorCount() / 2)
                : MOST_CONNECTIONS;
    }

    private static String key(int round, int number) {
        return BUCKET + "/" + round + "/" + number;
    }

    private static void assertSlowDown(RawClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.text()).contains("<Code>SlowDown</Code>").contains("Retry-After: 1");
    }

    private void assertAllThere(List<String> keys) throws IOException {
        try (RawClient client = new RawClient(gateway.address())) {
            for (String key : keys) {
                assertThat(client.ask("GET", key).text()).as(key).endsWith(BODY);
            }
        }
    }
}
