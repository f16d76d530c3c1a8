package io.pfsgateway.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runnable jar in a process of its own, on a port that it picks and a data folder that the caller gives. It checks
 * signatures, with one key pair that may do all. Closing it kills the process.
 */
public final class GatewayProcess implements AutoCloseable {
    public static final String ACCESS_KEY = "AKIDACCEPTANCE000001";
    public static final String SECRET_KEY = "acceptance-secret";

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final long START_SECONDS = 60;

    private final Process process;
    private final URI address;

    private GatewayProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until its banner says where it serves. */
    public static GatewayProcess start(Path folder) throws Exception {
        Path keys = folder.resolve("keys.yaml");
        Files.writeString(
                keys,
                "keys: [{access-key: " + ACCESS_KEY + ", secret-key: " + SECRET_KEY + ", buckets: {\"*\": admin}}]\n");
        // The gateway refuses a file of secrets that others may read.
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        return start(command(folder, List.of("--auth", "keys", "--keys-file", keys.toString())));
    }

    /** The same, in mode open, with settings of the caller's own. */
    static GatewayProcess startOpen(Path folder, String... settings) throws Exception {
        return start(command(folder, List.of(settings)));
    }

    private static GatewayProcess start(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        CompletableFuture<URI> announced = new CompletableFuture<>();
        Thread reader = new Thread(() -> drain(process, announced), "gateway-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new GatewayProcess(process, announced.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (Exception failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static List<String> command(Path folder, List<String> settings) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty("gateway.jar", "../bootstrap/target/pfs-s3-gateway.jar");
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx512m",
                "-jar",
                jar,
                "--listen",
                "127.0.0.1:0",
                "--admin-listen",
                "off",
                "--data",
                folder.resolve("data").toString()));
        command.addAll(settings);
        return command;
    }

    private static void drain(Process process, CompletableFuture<URI> announced) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    announced.complete(URI.create(found.group()));
                }
                if (!announced.isDone()) {
                    said.append(line).append('\n');
                }
            }
            announced.completeExceptionally(new IllegalStateException("the gateway ended at its start:\n" + said));
        } catch (IOException failure) {
            announced.completeExceptionally(failure);
        }
    }

    /** Where S3 is served. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
