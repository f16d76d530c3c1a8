package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.observation.RequestDetails;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedRequestsTest {
    private record Seen(
            Optional<S3Action> action,
            int status,
            Optional<S3ErrorCode> error,
            long receivedBytes,
            long sentBytes,
            RequestDetails.RequestLine line,
            Optional<String> version) {
        static Seen of(EndedRequest request) {
            RequestDetails details = request.details();
            assertThat(request.nanos()).isPositive();
            assertThat(details.remoteAddress()).isEqualTo("127.0.0.1");
            return new Seen(
                    request.action(),
                    request.status(),
                    details.error(),
                    request.receivedBytes(),
                    request.sentBytes(),
                    details.line(),
                    details.answerHeader("x-amz-version-id"));
        }
    }

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpGateway gateway = started();
    private final TestClient client = new TestClient(gateway.address());

    private HttpGateway started() {
        HttpSettings settings = new HttpSettings(
                RunningGateway.loopback(),
                Optional.empty(),
                AccessSettings.OPEN,
                Optional.empty(),
                16,
                Duration.ofSeconds(10));
        UseCases useCases = ServicesInMemory.on(new InMemoryFileSystem().roles(), new OpenAuthenticateService());
        try {
            return HttpGateway.start(settings, useCases, Clock.systemUTC(), request -> seen.add(Seen.of(request)));
        } catch (io.pfsgateway.adapter.in.http.tls.TlsRefused refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    /** All that was seen; stopping waits for the ends of requests, which may come after their answers. */
    private List<Seen> all() {
        gateway.close();
        return seen;
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void areToldOnceEachWithWhatWasMovedAndTheCommit() {
        client.send("PUT", "/master.photos");
        String version = client.sendText("PUT", "/master.photos/cat", "hello")
                .header("x-amz-version-id")
                .orElseThrow();
        client.send("GET", "/master.photos/cat");

        assertThat(all())
                .extracting(Seen::action, Seen::status, Seen::receivedBytes, Seen::sentBytes)
                .containsExactly(
                        tuple(Optional.of(S3Action.CREATE_BUCKET), 200, 0L, 0L),
                        tuple(Optional.of(S3Action.PUT_OBJECT), 200, 5L, 0L),
                        tuple(Optional.of(S3Action.GET_OBJECT), 200, 0L, 5L));
        assertThat(seen.get(1).version()).contains(version);
    }

    @Test
    void areToldOfWhenTheyAreRefusedBeforeAnythingIsKnown() {
        client.send("GET", "/master.photos?acl&cors");
        try (RawConnection connection = new RawConnection(gateway.address())) {
            connection.send("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n").read();
        }
        try (RawConnection connection = new RawConnection(gateway.address())) {
            connection.send("nonsense\r\n\r\n").read();
        }

        assertThat(all()).hasSize(3).allSatisfy(each -> {
            assertThat(each.action()).isEmpty();
            assertThat(each.status()).isEqualTo(400);
            assertThat(each.error()).isPresent();
            assertThat(each.sentBytes()).isPositive();
        });
    }

    @Test
    void areToldOfThoughTheyNameNoPath() {
        try (RawConnection connection = new RawConnection(gateway.address())) {
            assertThat(connection
                            .send("CONNECT elsewhere:80 HTTP/1.1\r\nHost: elsewhere:80\r\n\r\n")
                            .read()
                            .status())
                    .isBetween(400, 499);
        }

        assertThat(all()).singleElement().satisfies(each -> {
            assertThat(each.action()).isEmpty();
            assertThat(each.line().method()).isEqualTo("CONNECT");
        });
    }

    @Test
    void areToldOfByWhatTheyAskedForThoughTheirCallerWasRefused() {
        try (RawConnection connection = new RawConnection(gateway.address())) {
            connection.request("GET", "/master.photos/cat", "Origin: http://elsewhere.example");
        }

        assertThat(all())
                .extracting(Seen::action, Seen::status, Seen::error)
                .containsExactly(tuple(Optional.of(S3Action.GET_OBJECT), 403, Optional.of(S3ErrorCode.ACCESS_DENIED)));
    }

    @Test
    void keepTheirAddressAsItCame() {
        client.send("GET", "/master.photos/../a%2Fb//c?versionId=HEAD%5E");

        assertThat(all())
                .extracting(each -> each.line().target())
                .containsExactly("/master.photos/../a%2Fb//c?versionId=HEAD%5E");
    }
}
