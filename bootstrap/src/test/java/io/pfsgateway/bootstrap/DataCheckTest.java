package io.pfsgateway.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.bootstrap.settings.AuthSettings;
import io.pfsgateway.bootstrap.settings.BookkeepingSettings;
import io.pfsgateway.bootstrap.settings.FileSystemSettings;
import io.pfsgateway.bootstrap.settings.OutsideSettings;
import io.pfsgateway.bootstrap.settings.S3Settings;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.bootstrap.wiring.RunningGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class DataCheckTest {
    private static final int LARGE_BYTES = 1 << 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void saysWhatItReadWhenNothingIsWrong() throws Exception {
        keepAnObject();
        assertThat(check()).isEqualTo(Program.CLEAN);
        assertThat(text(out)).contains(data() + ": read 1 branches, 1 rows", "nothing is wrong");
    }

    @Test
    void namesBytesThatHaveChanged() throws Exception {
        keepAnObject();
        flipAByte(largestFile(data().resolve("blobs")));
        assertThat(check()).isEqualTo(Program.FAILED);
        assertThat(text(out)).startsWith("BYTES ").contains("1 findings");
    }

    @Test
    void refusesAFolderThatAGatewayHasOpen() {
        try (RunningGateway gateway = start()) {
            assertThat(gateway.madeData()).isTrue();
            assertThat(check()).isEqualTo(Program.FAILED);
        }
        assertThat(text(err)).contains(data() + " is in use by another process").hasLineCount(1);
    }

    @Test
    void refusesAFolderThatIsNotThereAndDoesNotMakeIt() {
        assertThat(check()).isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains("There is no data in " + data()).hasLineCount(1);
        assertThat(data()).doesNotExist();
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Files.writeString(data(), "not a folder");
        assertThat(check()).isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains(data() + " is there and is no folder").hasLineCount(1);
    }

    private int check() {
        return new Program(Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run("check", "--data", data().toString());
    }

    private void keepAnObject() throws IOException, InterruptedException {
        try (RunningGateway gateway = start()) {
            put(gateway, "/master.photos", 0);
            put(gateway, "/master.photos/large", LARGE_BYTES);
        }
    }

    private RunningGateway start() {
        S3Settings s3 = new S3Settings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                Optional.empty(),
                16,
                Duration.ofSeconds(30));
        return RunningGateway.start(
                new Settings(
                        s3,
                        new AuthSettings(Optional.empty(), false, false),
                        new OutsideSettings(Optional.empty()),
                        new FileSystemSettings(data(), Optional.empty()),
                        new BookkeepingSettings(Optional.empty(), Duration.ofDays(7)),
                        LastModifiedRule.OBJECT),
                Clock.systemUTC());
    }

    private static void put(RunningGateway gateway, String path, int bytes) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + gateway.s3Address().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .PUT(BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private static Path largestFile(Path blobs) throws IOException {
        try (Stream<Path> files = Files.walk(blobs)) {
            return files.filter(file -> file.toFile().length() >= LARGE_BYTES)
                    .findAny()
                    .orElseThrow();
        }
    }

    private static void flipAByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8);
    }
}
