package io.pfsgateway.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.bootstrap.settings.Setting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void helpNamesEveryFlagWithItsDefault() {
        assertThat(run("--help")).isEqualTo(Program.CLEAN);
        for (Setting setting : Setting.values()) {
            assertThat(text(out))
                    .contains(setting.flag())
                    .contains(setting.standard().orElse(""));
        }
        assertThat(text(out)).contains("--config", "check", "squash", "PFS_GATEWAY_DATA", "Exit code");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void helpOfCheckNamesItsOwnFlags() {
        assertThat(run("check", "--help")).isEqualTo(Program.CLEAN);
        assertThat(text(out)).contains("--data").doesNotContain("--listen");
    }

    @Test
    void helpOfSquashNamesItsOwnFlags() {
        assertThat(run("squash", "--help")).isEqualTo(Program.CLEAN);
        assertThat(text(out))
                .contains("--data", "--older-than", "--bucket", "--dry-run")
                .doesNotContain("--listen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void versionIsThatOfTheBuild(String flag) {
        assertThat(run(flag)).isEqualTo(Program.CLEAN);
        assertThat(text(out)).matches("pfs-s3-gateway \\d+\\.\\d+\\.\\d+\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lissten=x|Unknown flag: --lissten. Did you mean --listen?",
                "--no-such-flag|Unknown flag: --no-such-flag.",
                "--sigv4|Unknown flag: --sigv4. Did you mean --sigv2?",
                "--sigv2|--sigv2 is for --auth keys",
                "--replicas=x|Unknown flag: --replicas.",
                "--listen|--listen",
                "--listen --admin-listen off|--listen",
                "--drain 1 --drain 2|should be specified only once",
                "chek|Unknown word: chek. Did you mean check?",
                "check --listen 127.0.0.1:0|Unknown flag: --listen.",
                "--drain 1 check|The flags of check come after it: --drain came before",
                "squash|--older-than",
                "squash --older-than|--older-than",
                "squash --older-than soon|--older-than is 'soon': it must be days such as 90d",
                "squash --older-than -1d|--older-than is '-1d': it must be days",
                "squash --older-than 1d --bucket a.b.c.d|--bucket is 'a.b.c.d': it must be a bucket",
                "squash --older-than 1d --dry-run=maybe|--dry-run is 'maybe': it must be true or false",
                "squash --older-than 1d --listen 127.0.0.1:0|Unknown flag: --listen.",
                "--drain 1 squash --older-than 1d|The flags of squash come after it: --drain came before",
                "--jdbc-url=jdbc:mysql:x|--jdbc-url is 'jdbc:mysql:x': it must begin with",
                "--open-anywhere=maybe|--open-anywhere is 'maybe': it must be true or false",
                "@flags|Unknown word: @flags."
            })
    void refusesACommandLineInOneLineAndMakesNothing(String line, String why) {
        List<String> arguments = new ArrayList<>(Arrays.asList(line.split(" ")));
        if (!line.contains("check") && !line.contains("squash")) {
            arguments.addAll(0, List.of("--data", folder.resolve("data").toString()));
        }
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Program.REFUSED);
        assertThat(text(err)).startsWith("pfs-s3-gateway: ").contains(why).hasLineCount(1);
        assertThat(text(out)).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAnUnknownVariable() {
        Program program = new Program(Map.of("PFS_GATEWAY_DTA", "x"), stream(out), stream(err));
        assertThat(program.run()).isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains("Did you mean PFS_GATEWAY_DATA?").hasLineCount(1);
    }

    @Test
    void failsInOneLineWhenTheKeysFileCannotBeUsed() {
        Path absent = folder.resolve("absent.yaml");
        assertThat(run(
                        "--data", folder.resolve("data").toString(),
                        "--listen", "127.0.0.1:0",
                        "--admin-listen", "off",
                        "--auth", "keys",
                        "--keys-file", absent.toString()))
                .isEqualTo(Program.FAILED);
        assertThat(text(err)).contains(absent + " does not exist").hasLineCount(1);
    }

    @Test
    void failsInOneLineWhenTheDataIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(run("--data", file.toString(), "--listen", "127.0.0.1:0", "--admin-listen", "off"))
                .isEqualTo(Program.FAILED);
        assertThat(text(err)).contains("Cannot open the data folder " + file).hasLineCount(1);
    }

    private int run(String... arguments) {
        return new Program(Map.of(), stream(out), stream(err)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8);
    }
}
