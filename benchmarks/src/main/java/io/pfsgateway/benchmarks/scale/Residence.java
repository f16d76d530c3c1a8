package io.pfsgateway.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine's memory this process holds, where the system tells it in {@code /proc}. */
final class Residence {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Residence() {}

    static String now() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return "not known here";
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.substring("VmRSS:".length()).strip())
                .findFirst()
                .orElse("not known here");
    }
}
