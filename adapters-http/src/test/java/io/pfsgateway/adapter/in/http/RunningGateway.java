package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.service.AuthenticateService;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import io.pfsgateway.testkit.fake.InMemoryCredentialStore;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway for one test class. When it is closed, nothing that was opened in the file system may still be open. */
final class RunningGateway implements AutoCloseable {
    private static final int MAX_REQUESTS = 16;
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private final InMemoryFileSystem files = new InMemoryFileSystem();
    private final HttpGateway gateway;
    private final TestClient client;

    private RunningGateway(AccessSettings access, AuthenticateUseCase authenticate, Optional<String> domain) {
        this(Optional.empty(), access, authenticate, domain);
    }

    private RunningGateway(
            Optional<TlsFiles> tls, AccessSettings access, AuthenticateUseCase authenticate, Optional<String> domain) {
        HttpSettings settings = new HttpSettings(loopback(), tls, access, domain, MAX_REQUESTS, Duration.ofSeconds(10));
        gateway = start(settings, ServicesInMemory.on(files.roles(), authenticate), Clock.systemUTC());
        client = new TestClient(gateway.address());
    }

    /** Starts a gateway whose settings name no certificate, or a good one. */
    static HttpGateway start(HttpSettings settings, UseCases useCases, Clock clock) {
        try {
            return HttpGateway.start(settings, useCases, clock);
        } catch (TlsRefused refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    static RunningGateway openWith(TlsFiles tls) {
        return new RunningGateway(
                Optional.of(tls), AccessSettings.OPEN, new OpenAuthenticateService(), Optional.empty());
    }

    static RunningGateway open() {
        return new RunningGateway(AccessSettings.OPEN, new OpenAuthenticateService(), Optional.empty());
    }

    static RunningGateway openBelow(String domain) {
        return new RunningGateway(AccessSettings.OPEN, new OpenAuthenticateService(), Optional.of(domain));
    }

    static RunningGateway withKeys(List<Grant> anonymous, Credential... credentials) {
        return new RunningGateway(AccessSettings.KEYS, keys(anonymous, credentials), Optional.empty());
    }

    /** One that takes version 2 of signatures too, and buckets below a domain. */
    static RunningGateway withVersion2Below(String domain, List<Grant> anonymous, Credential... credentials) {
        return new RunningGateway(
                new AccessSettings(SecurityMode.KEYS, false, true), keys(anonymous, credentials), Optional.of(domain));
    }

    private static AuthenticateUseCase keys(List<Grant> anonymous, Credential... credentials) {
        return new AuthenticateService(new InMemoryCredentialStore(List.of(credentials), anonymous));
    }

    static Credential credential(String accessKey, String secretKey, String pattern, Right right) {
        return new Credential(new AccessKey(accessKey), new SecretKey(secretKey), List.of(grant(pattern, right)));
    }

    static Grant grant(String pattern, Right right) {
        return new Grant(new BucketPattern(pattern), right);
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    InetSocketAddress address() {
        return gateway.address();
    }

    TestClient client() {
        return client;
    }

    /** The name of a bucket that no other test has. */
    static String unusedBucket() {
        return "master.b" + BUCKETS.incrementAndGet();
    }

    /** A bucket of the caller's own. */
    String newBucket() {
        String bucket = unusedBucket();
        assertThat(client.send("PUT", "/" + bucket).status()).isEqualTo(200);
        return bucket;
    }

    RawConnection connect() {
        return new RawConnection(gateway.address());
    }

    @Override
    public void close() {
        gateway.close();
        assertThat(files.openHandles())
                .as("pinned files and pending contents left open")
                .isZero();
    }
}
