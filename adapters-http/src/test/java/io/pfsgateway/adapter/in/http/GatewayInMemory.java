package io.pfsgateway.adapter.in.http;

import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.service.AuthenticateService;
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

/** A gateway in keys mode on a file system in memory, to be run by hand against suites of real clients: {@code main PORT}. */
final class GatewayInMemory {
    private static final int MAX_REQUESTS = 256;

    private GatewayInMemory() {}

    public static void main(String[] arguments) throws InterruptedException, TlsRefused {
        InetSocketAddress listen =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        InMemoryCredentialStore credentials = new InMemoryCredentialStore(
                List.of(
                        admin("AKIDTESTMAIN00000001", "testsecretmain"),
                        admin("AKIDTESTALT000000001", "testsecretalt00")),
                List.of());
        UseCases useCases = ServicesInMemory.on(new InMemoryFileSystem().roles(), new AuthenticateService(credentials));
        HttpSettings settings = new HttpSettings(
                listen, Optional.empty(), AccessSettings.KEYS, Optional.empty(), MAX_REQUESTS, Duration.ofSeconds(1));
        try (HttpGateway gateway = HttpGateway.start(settings, useCases, Clock.systemUTC())) {
            System.out.println("Serving S3 at " + gateway.address());
            Thread.currentThread().join();
        }
    }

    private static Credential admin(String accessKey, String secretKey) {
        return new Credential(
                new AccessKey(accessKey),
                new SecretKey(secretKey),
                List.of(new Grant(new BucketPattern("*"), Right.ADMIN)));
    }
}
