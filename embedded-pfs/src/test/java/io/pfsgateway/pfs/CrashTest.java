package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesBeingKilled() throws Exception {
        List<String> journal = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            journal.addAll(runAndKill(round, 150 + 250 * round));
            try (Engine engine = Engine.open(folder, CrashWorkload.settings())) {
                verify(engine, journal);
                engine.pfs.awaitBackground();
                assertThat(engine.pfs.check().findings()).isEmpty();
                assertThat(engine.pfs.check().leftoverBlobs()).isZero();
                verify(engine, journal);
            }
        }
        assertThat(EmbeddedPfs.check(folder, CrashWorkload.settings()).findings())
                .isEmpty();
    }

    /** Runs the workload until it has told so many changes, kills it, and answers all that it had told. */
    private List<String> runAndKill(int round, int changes) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        classPath,
                        CrashWorkload.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.endsWith(" .")) {
                    told.add(line);
                }
                if (told.size() == changes) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(told).hasSizeGreaterThanOrEqualTo(changes);
        return told;
    }

    private static void verify(Engine engine, List<String> journal) {
        Set<String> released = new HashSet<>();
        Set<String> dropped = new HashSet<>();
        for (String line : journal) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "release" -> released.add(words[1]);
                case "drop" -> dropped.add(words[1]);
                default -> assertThat(words).hasSizeGreaterThan(2);
            }
        }
        for (String line : journal) {
            verify(engine, line.split(" ", -1), released, dropped);
        }
    }

    private static void verify(Engine engine, String[] words, Set<String> released, Set<String> dropped) {
        switch (words[0]) {
            case "put" -> assertThat(at(engine, words)).contains(body(words[3]));
            case "compose" -> assertThat(at(engine, words)).contains(body(words[3], words[4]));
            case "delete" -> assertThat(at(engine, words)).isEmpty();
            case "stage" -> verifyStaged(engine, words, released, false);
            case "keep" -> verifyStaged(engine, words, released, true);
            case "fork" -> verifyFork(engine, words, dropped);
            case "dropped" -> assertThat(find(engine, words[1])).isFalse();
            default -> assertThat(words[0]).isIn("release", "drop");
        }
    }

    private static Optional<byte[]> at(Engine engine, String[] words) {
        return engine.bytes(MASTER, CommitRef.of(CommitId.parse(words[2])), words[1]);
    }

    /** A part that was to be released may be there or not, unless the release was told. */
    private static void verifyStaged(Engine engine, String[] words, Set<String> released, boolean kept) {
        ContentId id = new ContentId(HexFormat.fromHexDigitsToLong(words[1]));
        if (kept || released.contains(words[1])) {
            assertThat(engine.pfs.staging().find(id).isPresent()).isEqualTo(kept);
        }
        engine.pfs.staging().find(id).ifPresent(part -> assertThat(part.hash()).hasToString(words[2]));
    }

    private static void verifyFork(Engine engine, String[] words, Set<String> dropped) {
        if (!dropped.contains(words[1])) {
            assertThat(find(engine, words[1])).isTrue();
        }
    }

    private static boolean find(Engine engine, String branch) {
        return engine.pfs.branches().find(BranchName.parse(branch)).isPresent();
    }

    private static byte[] body(String... seeds) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String seed : seeds) {
            body.writeBytes(CrashWorkload.body(Long.parseLong(seed)));
        }
        return body.toByteArray();
    }
}
