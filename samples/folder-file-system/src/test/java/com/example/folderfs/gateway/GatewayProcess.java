package com.example.folderfs.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runnable jar in a process of its own, and plain HTTP to it. Closing it ends the process as an operator would. */
final class GatewayProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private GatewayProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Process launch(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty("folder.gateway.jar", "target/folder-gateway.jar");
        ProcessBuilder command = new ProcessBuilder(java, "-Xmx256m", "-jar", jar);
        command.command().addAll(List.of(arguments));
        return command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Starts it, and reads from its first line where it serves. */
    static GatewayProcess on(Path folder) throws IOException {
        Process process = launch(folder.toString());
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        Matcher found = ADDRESS.matcher(Optional.ofNullable(line).orElse(""));
        if (!found.find()) {
            process.destroyForcibly();
            throw new IllegalStateException("The gateway said: " + line);
        }
        return new GatewayProcess(process, URI.create(found.group()));
    }

    /** What it answers to a request without a signature and a body, as a client in a shell sends it. */
    HttpResponse<String> send(String method, String target, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(target)).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
