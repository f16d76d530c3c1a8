package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    @TempDir
    Path folder;

    /** Asks over a new connection, trusting one authority alone. */
    private static HttpResponse<String> get(RunningGateway gateway, TestCertificates trusted) throws IOException {
        return get(gateway.address(), trusted, "/");
    }

    /** The same, for anything; the body has one character for each byte. */
    static HttpResponse<String> get(InetSocketAddress address, TestCertificates trusted, String target)
            throws IOException {
        try {
            URI uri = URI.create("https://127.0.0.1:" + address.getPort() + target);
            return HttpClient.newBuilder()
                    .sslContext(context(trusted))
                    .build()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(TestCertificates trusted) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted.trust());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA, PRIVATE KEY", "RSA, RSA PRIVATE KEY", "EC, PRIVATE KEY", "EC, EC PRIVATE KEY"})
    void servesHttpsWithKeysInAnyOfTheirForms(String algorithm, String keyType) throws IOException {
        TestCertificates certificates = TestCertificates.make(folder, algorithm);
        try (RunningGateway gateway = RunningGateway.openWith(certificates.write(folder, keyType))) {
            HttpResponse<String> answer = get(gateway, certificates);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.body()).contains("ListAllMyBucketsResult");
        }
    }

    @Test
    void servesRequestsThatComeTogetherAndABodyThatComesInPieces() throws IOException {
        TestCertificates certificates = TestCertificates.make(folder, "EC");
        try (RunningGateway gateway = RunningGateway.openWith(certificates.write(folder, "PRIVATE KEY"));
                RawConnection connection = new RawConnection(
                        gateway.address(), context(certificates).getSocketFactory())) {
            connection.send(head("PUT", "/master.photos", 0) + head("PUT", "/master.photos/cat", 6) + "ab");
            assertThat(connection.read().status()).isEqualTo(200);
            connection.send("cd").send("ef");
            assertThat(connection.read().status()).isEqualTo(200);
            connection.send(head("GET", "/master.photos/cat", 0));

            assertThat(connection.read().body()).isEqualTo("abcdef");
        }
    }

    @Test
    void servesRequestsThatAreCutAnywhere() throws IOException {
        TestCertificates certificates = TestCertificates.make(folder, "EC");
        try (RunningGateway gateway = RunningGateway.openWith(certificates.write(folder, "PRIVATE KEY"))) {
            for (int seed = 1; seed <= 10; seed++) {
                try (RawConnection connection = new RawConnection(
                        gateway.address(), context(certificates).getSocketFactory())) {
                    String bucket = "master.pieces" + seed;
                    connection.send(head("PUT", "/" + bucket, 0));
                    assertThat(connection.read().status()).isEqualTo(200);
                    RequestsInPieces.exchange(connection, bucket, seed);
                }
            }
        }
    }

    private static String head(String method, String target, int length) {
        return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void followsTheFilesAndKeepsTheOldCertificateWhileTheyAreNoGood() throws IOException {
        TestCertificates old = TestCertificates.make(folder, "EC");
        TestCertificates renewed = TestCertificates.make(folder, "EC");
        TlsFiles files = old.write(folder, "PRIVATE KEY");
        try (RunningGateway gateway = RunningGateway.openWith(files)) {
            TestCertificates.writeText(files.certificate(), renewed.chain());
            assertThat(get(gateway, old).statusCode())
                    .as("half of the change has come")
                    .isEqualTo(200);
            TestCertificates.writeText(files.certificate(), "nonsense");
            assertThat(get(gateway, old).statusCode()).isEqualTo(200);

            renewed.write(folder, "PRIVATE KEY");
            assertThat(get(gateway, renewed).statusCode()).isEqualTo(200);
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(gateway, old));
        }
    }

    @Test
    void refusesFilesThatCannotBeServed() {
        TestCertificates certificates = TestCertificates.make(folder, "RSA");
        TestCertificates others = TestCertificates.make(folder, "RSA");
        TestCertificates curve = TestCertificates.make(folder, "EC");
        String chain = certificates.chain();
        String key = certificates.key("PRIVATE KEY");

        refused("", key, "cert.pem holds no certificate in PEM form");
        refused(key, key, "cert.pem holds no certificate in PEM form");
        refused(TestCertificates.block("CERTIFICATE", new byte[] {1, 2}), key, "a certificate that cannot be read");
        refused(chain, chain, "key.pem holds no private key in PEM form");
        refused(chain, others.key("PRIVATE KEY"), "key.pem is not the key of the first certificate");
        refused(chain, curve.key("PRIVATE KEY"), "key.pem holds no key of the certificate's kind, RSA");
        refused(chain, TestCertificates.block("PRIVATE KEY", new byte[] {1}), "holds no key of the certificate's kind");
        refused(chain, TestCertificates.block("ENCRYPTED PRIVATE KEY", new byte[] {1}), "without a passphrase");
        refused(
                chain,
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
                "without a passphrase");
        refusedFiles(new TlsFiles(folder.resolve("none.pem"), folder.resolve("key.pem")), "none.pem is not there");
        refusedFiles(new TlsFiles(folder, folder.resolve("key.pem")), "cannot be read");
    }

    private void refused(String chain, String key, String why) {
        TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        TestCertificates.writeText(files.certificate(), chain);
        TestCertificates.writeText(files.key(), key);
        refusedFiles(files, why);
    }

    private static void refusedFiles(TlsFiles files, String why) {
        HttpSettings settings = new HttpSettings(
                RunningGateway.loopback(), Optional.of(files), AccessSettings.OPEN, Optional.empty(), 1, Duration.ZERO);
        assertThatExceptionOfType(TlsRefused.class)
                .isThrownBy(() -> HttpGateway.start(settings, mock(UseCases.class), Clock.systemUTC()))
                .withMessageContaining(why);
    }
}
