package io.pfsgateway.bootstrap.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.pfsgateway.adapter.in.http.AccessSettings;
import io.pfsgateway.adapter.out.keysfile.KeysFileRefused;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.bootstrap.settings.AuthSettings;
import io.pfsgateway.bootstrap.settings.BookkeepingSettings;
import io.pfsgateway.bootstrap.settings.FileSystemSettings;
import io.pfsgateway.bootstrap.settings.OutsideSettings;
import io.pfsgateway.bootstrap.settings.S3Settings;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.InspectFileRequest;
import io.pfsgateway.pfs.protocol.Repo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RunningGatewayTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final BookkeepingSettings BOOKKEEPING =
            new BookkeepingSettings(Optional.empty(), Duration.ofDays(7));

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void keepsAnObjectFromOneStartToTheNext() throws Exception {
        try (RunningGateway gateway = start(open(ANY_PORT, ANY_PORT))) {
            assertThat(send(gateway, "PUT", "/master.photos", "").statusCode()).isEqualTo(200);
            assertThat(send(gateway, "PUT", "/master.photos/a", "hello").statusCode())
                    .isEqualTo(200);
        }
        try (RunningGateway gateway = start(open(ANY_PORT, ANY_PORT))) {
            assertThat(send(gateway, "GET", "/master.photos/a", "").body()).isEqualTo("hello");
        }
    }

    @Test
    void isReadyOnceItServesAndSaysWhatAnswers() throws Exception {
        try (RunningGateway gateway = start(open(ANY_PORT, ANY_PORT))) {
            assertThat(readiness(gateway)).isEqualTo(200);
            assertThat(send(gateway.adminAddress().orElseThrow(), "GET", "/readyz", "")
                            .body())
                    .isEqualTo("ready\nfile system: answers\nbookkeeping: answers\n");
        }
    }

    @Test
    void servesTheSameFilesAsPfs() throws Exception {
        try (RunningGateway gateway = start(withPfs(ANY_PORT))) {
            send(gateway, "PUT", "/master.photos", "");
            send(gateway, "PUT", "/master.photos/dir/note.txt", "hello");
            InetSocketAddress at = gateway.pfsAddress().orElseThrow();
            ManagedChannel channel =
                    NettyChannelBuilder.forAddress(at).usePlaintext().build();
            try {
                Repo repo = Repo.newBuilder().setName("photos").build();
                Commit head = Commit.newBuilder()
                        .setBranch(Branch.newBuilder().setRepo(repo).setName("master"))
                        .build();
                File file = File.newBuilder()
                        .setCommit(head)
                        .setPath("/dir/note.txt")
                        .build();
                assertThat(APIGrpc.newBlockingStub(channel)
                                .inspectFile(InspectFileRequest.newBuilder()
                                        .setFile(file)
                                        .build())
                                .getSizeBytes())
                        .isEqualTo(5);
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void leavesNothingOpenWhenTheAddressOfPfsIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress listen = (InetSocketAddress) taken.getLocalSocketAddress();
            assertThatExceptionOfType(StartFailed.class)
                    .isThrownBy(() -> start(withPfs(listen)))
                    .withMessageContaining("Cannot serve pfs_v2 on")
                    .withMessageContaining("--pfs-listen");
        }
        try (RunningGateway gateway = start(open(ANY_PORT, ANY_PORT))) {
            assertThat(gateway.pfsAddress()).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatIsInUseAndNamesIt() {
        try (RunningGateway gateway = start(open(ANY_PORT, ANY_PORT))) {
            assertThat(gateway.adminAddress()).isPresent();
            assertThatExceptionOfType(StartFailed.class)
                    .isThrownBy(() -> start(open(ANY_PORT, ANY_PORT)))
                    .withMessageContaining(data() + " is in use by another process");
        }
    }

    @Test
    void leavesNothingOpenWhenTheS3AddressIsTaken() throws Exception {
        InetSocketAddress admin = freeAddress();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress listen = (InetSocketAddress) taken.getLocalSocketAddress();
            assertThatExceptionOfType(StartFailed.class)
                    .isThrownBy(() -> start(open(listen, admin)))
                    .withMessageContaining("Cannot serve S3 on")
                    .withMessageContaining(":" + listen.getPort())
                    .withMessageContaining("--listen");
        }
        try (RunningGateway gateway = start(open(ANY_PORT, admin))) {
            assertThat(gateway.adminAddress()).contains(admin);
        }
    }

    @Test
    void touchesNoDataWhenTheAdminAddressIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress admin = (InetSocketAddress) taken.getLocalSocketAddress();
            assertThatExceptionOfType(StartFailed.class)
                    .isThrownBy(() -> start(open(ANY_PORT, admin)))
                    .withMessageContaining("--admin-listen");
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void finishesARequestUnderWayBeforeItCloses() throws Exception {
        RunningGateway gateway = start(open(ANY_PORT, ANY_PORT));
        send(gateway, "PUT", "/master.photos", "");
        try (Socket upload =
                new Socket(gateway.s3Address().getAddress(), gateway.s3Address().getPort())) {
            write(
                    upload,
                    String.join(
                            "\r\n",
                            "PUT /master.photos/slow HTTP/1.1",
                            "Host: 127.0.0.1",
                            "Content-Length: 5",
                            "Expect: 100-continue",
                            "Connection: close",
                            "",
                            ""));
            assertThat(new String(upload.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 100");
            CompletableFuture<Void> closed = CompletableFuture.runAsync(gateway::close);
            await().until(() -> readiness(gateway) == 503);
            assertThat(send(gateway.adminAddress().orElseThrow(), "GET", "/livez", "")
                            .statusCode())
                    .as("alive while it drains")
                    .isEqualTo(200);

            write(upload, "hello");
            assertThat(new String(upload.getInputStream().readAllBytes(), US_ASCII))
                    .contains("HTTP/1.1 200");
            closed.join();
        }
        try (RunningGateway again = start(open(ANY_PORT, ANY_PORT))) {
            assertThat(send(again, "GET", "/master.photos/slow", "").body()).isEqualTo("hello");
        }
    }

    @Test
    void asksForKeysInKeysMode() throws Exception {
        Path keys = writeKeys("keys: []\nanonymous: {'master.public': admin}\n");
        try (RunningGateway gateway = start(settings(ANY_PORT, Optional.empty(), Optional.of(keys)))) {
            assertThat(send(gateway, "PUT", "/master.private", "").body()).contains("<Code>AccessDenied</Code>");
            assertThat(send(gateway, "PUT", "/master.public", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void leavesNothingOpenWhenTheKeysFileIsRefused() throws Exception {
        Path keys = writeKeys("keys: nonsense");
        InetSocketAddress admin = freeAddress();
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> start(settings(ANY_PORT, Optional.of(admin), Optional.of(keys))));
        try (RunningGateway gateway = start(open(ANY_PORT, admin))) {
            assertThat(gateway.adminAddress()).contains(admin);
        }
    }

    @Test
    void checksKeysWhileOnlyPfsIsOpenToTheNetwork() {
        Settings settings = new Settings(
                new S3Settings(ANY_PORT, Optional.empty(), Optional.empty(), 16, Duration.ofSeconds(60)),
                new AuthSettings(Optional.of(folder.resolve("keys.yaml")), true, false),
                new OutsideSettings(Optional.empty()),
                new FileSystemSettings(data(), Optional.of(new InetSocketAddress(0))),
                BOOKKEEPING,
                LastModifiedRule.OBJECT);

        assertThat(HttpModule.httpSettings(settings).access()).isEqualTo(AccessSettings.KEYS);
    }

    private static RunningGateway start(Settings settings) {
        return RunningGateway.start(settings, Clock.systemUTC());
    }

    private Settings open(InetSocketAddress listen, InetSocketAddress admin) {
        return settings(listen, Optional.of(admin), Optional.empty());
    }

    private Settings settings(InetSocketAddress listen, Optional<InetSocketAddress> admin, Optional<Path> keys) {
        S3Settings s3 = new S3Settings(listen, Optional.empty(), Optional.empty(), 16, Duration.ofSeconds(60));
        return new Settings(
                s3,
                new AuthSettings(keys, false, false),
                new OutsideSettings(admin),
                new FileSystemSettings(data(), Optional.empty()),
                BOOKKEEPING,
                LastModifiedRule.OBJECT);
    }

    private Settings withPfs(InetSocketAddress listen) {
        S3Settings s3 = new S3Settings(ANY_PORT, Optional.empty(), Optional.empty(), 16, Duration.ofSeconds(60));
        return new Settings(
                s3,
                new AuthSettings(Optional.empty(), false, false),
                new OutsideSettings(Optional.empty()),
                new FileSystemSettings(data(), Optional.of(listen)),
                BOOKKEEPING,
                LastModifiedRule.OBJECT);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path writeKeys(String text) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.yaml"), text);
        return Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    }

    private static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) free.getLocalSocketAddress();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private HttpResponse<String> send(RunningGateway gateway, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(gateway.s3Address(), method, path, body);
    }

    private int readiness(RunningGateway gateway) throws IOException, InterruptedException {
        return send(gateway.adminAddress().orElseThrow(), "GET", "/readyz", "").statusCode();
    }

    private HttpResponse<String> send(InetSocketAddress to, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.getPort() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
