package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.operation.LongAnswers;
import io.pfsgateway.adapter.in.http.server.Admission;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests over sockets that come while the only place is taken, by an upload whose body is still to come. */
@Timeout(60)
class QueuedRequestsTest {
    private static final String BUCKET = "/master.queued";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    private HttpGateway start(Duration patience) throws TlsRefused {
        HttpSettings settings = new HttpSettings(
                RunningGateway.loopback(),
                Optional.empty(),
                AccessSettings.OPEN,
                Optional.empty(),
                1,
                Duration.ofSeconds(30));
        HttpGateway gateway = HttpGateway.start(
                settings,
                ServicesInMemory.on(new InMemoryFileSystem().roles(), new OpenAuthenticateService()),
                Clock.systemUTC(),
                RequestObserver.NONE,
                LongAnswers.Pace.USUAL,
                patience);
        opened.add(gateway);
        return gateway;
    }

    private RawConnection connect(HttpGateway gateway) {
        RawConnection connection = new RawConnection(gateway.address());
        opened.add(connection);
        return connection;
    }

    /** An upload that has the place until its body comes. */
    private RawConnection beginUpload(HttpGateway gateway) {
        RawConnection upload = connect(gateway);
        assertThat(upload.request("PUT", BUCKET).status()).isEqualTo(200);
        // An answer is there a moment before its place is.
        await(() -> gateway.admission().underWay() == 0);
        upload.send("PUT " + BUCKET + "/key HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                + "Content-Length: 4\r\n\r\n");
        assertThat(upload.read().status()).isEqualTo(100);
        return upload;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("waited in vain").isFalse();
            Thread.onSpinWait();
        }
    }

    @Test
    void waitForThePlaceAndAreServedAtIt() throws TlsRefused {
        HttpGateway gateway = start(Duration.ofDays(1));
        Admission admission = gateway.admission();
        RawConnection upload = beginUpload(gateway);
        RawConnection reader = connect(gateway).send("GET " + BUCKET + "/key HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await(() -> admission.waiting() == 1);
        assertThat(admission.underWay()).isEqualTo(1);

        upload.send("text");
        assertThat(upload.read().status()).isEqualTo(200);
        assertThat(reader.read().body()).isEqualTo("text");
        assertThat(admission.refused()).isZero();
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void areTurnedAwayWhenTheyHaveWaitedForTooLong() throws TlsRefused {
        HttpGateway gateway = start(Duration.ZERO);
        RawConnection upload = beginUpload(gateway);

        Reply refused = connect(gateway).request("GET", BUCKET + "/key");
        assertThat(refused.error()).isEqualTo("503 SlowDown");
        assertThat(refused.header("retry-after")).contains("1");
        upload.send("text");
        assertThat(upload.read().status()).isEqualTo(200);
        assertThat(gateway.admission().refused()).isEqualTo(1);
    }
}
