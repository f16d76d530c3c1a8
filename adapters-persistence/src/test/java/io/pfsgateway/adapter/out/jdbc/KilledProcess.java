package io.pfsgateway.adapter.out.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of {@link UploadsUntilKilled}. */
final class KilledProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> told = new ArrayList<>();

    KilledProcess(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        classPath,
                        UploadsUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until it has told so many changes. */
    void await(int changes) throws IOException {
        while (told.size() < changes) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The process ended on its own after " + told);
            }
            told.add(line);
        }
    }

    /** Kills it, and answers all that it had told by then. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            told.add(line);
        }
        process.waitFor();
        return told.stream().filter(line -> line.endsWith(" .")).toList();
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroyForcibly();
        output.close();
    }
}
