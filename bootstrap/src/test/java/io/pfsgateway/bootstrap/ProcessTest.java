package io.pfsgateway.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, as a supervisor starts and stops it. */
@Timeout(120)
final class ProcessTest {
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void endsWithZeroOnSigterm() throws Exception {
        Process process = launch();
        assertThat(banner(process))
                .contains("data    " + folder.resolve("data") + " (made)")
                .contains("S3      http://127.0.0.1:");

        process.destroy();
        assertThat(process.waitFor()).isEqualTo(Program.CLEAN);
        assertThat(errors())
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z INFO  \\[stop] CleanStop: Stopped$")
                .doesNotContain("ERROR", "DEBUG");
    }

    @Test
    void isRefusedASecondTimeOnTheSameFolder() throws Exception {
        banner(launch());
        Process second = launch();
        assertThat(second.waitFor()).isEqualTo(Program.FAILED);
        assertThat(errors())
                .contains("pfs-s3-gateway: ", folder.resolve("data") + " is in use by another process")
                .doesNotContain("\tat ");
    }

    @Test
    void hasItsHeapCollectedWhenItIsIdle() throws Exception {
        Process process = launch();
        banner(process);
        Process flags = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "VM.flags",
                        "-all")
                .start();
        started.add(flags);
        assertThat(new String(flags.getInputStream().readAllBytes(), UTF_8))
                .containsPattern(IdleHeap.INTERVAL_MILLIS + " += " + IdleHeap.INTERVAL.toMillis() + "\\b");
    }

    @Test
    void opensAgainAfterAKill() throws Exception {
        Process first = launch();
        banner(first);
        first.destroyForcibly().waitFor();
        assertThat(banner(launch())).contains(folder.resolve("data") + " (opened)");
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                folder.resolve("data").toString(),
                "--listen",
                "127.0.0.1:0",
                "--admin-listen",
                "off");
        builder.environment().keySet().removeIf(name -> name.startsWith("PFS_GATEWAY_") || name.startsWith("PACHD_"));
        Process process =
                builder.redirectError(folder.resolve("stderr").toFile()).start();
        started.add(process);
        return process;
    }

    /** What was said at the start, to the last line of it. */
    private String banner(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = "";
        while (!line.endsWith("s3://master.demo/")) {
            line = lines.readLine();
            assertThat(line)
                    .as("the end of the banner, after " + said + errors())
                    .isNotNull();
            said.append(line).append('\n');
        }
        return said.toString();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }
}
