package io.pfsgateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java recipes of {@code docs/clients.md}, each run as it stands, as a program of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentedClientsIT {
    private static final String BUCKET = "master.photos";

    private GatewayProcess gateway;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        gateway = GatewayProcess.start(folder);
        try (SyncSdkClient client = new SyncSdkClient(gateway.address())) {
            client.createBucket(BUCKET);
        }
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static Map<String, String> environment(URI address) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                address.toString(),
                "AWS_DEFAULT_REGION",
                "us-east-1",
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                GatewayProcess.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                GatewayProcess.SECRET_KEY,
                "BUCKET",
                BUCKET);
    }

    static List<String> recipes() {
        return ClientsDocument.read().blocks("", "java");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void doesWhatItSays(String recipe, @TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Recipe.java"), recipe);
        Path said = folder.resolve("said");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        program.environment().putAll(environment(gateway.address()));
        Process running = program.start();
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said, StandardCharsets.UTF_8).lines().toList())
                .contains("done");
    }

    @Test
    void theFirstBlockSetsWhatIsSetHere() {
        String first = ClientsDocument.read().blocks("", "sh").get(0);
        assertThat(environment(gateway.address()).keySet())
                .allSatisfy(name -> assertThat(first).contains(name + "="));
    }
}
