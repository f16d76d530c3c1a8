package io.pfsgateway.bootstrap.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code /livez} with 200 as long as the process runs, and {@code /readyz} with 200 while S3 is served and all that it needs
 * answers, else 503, with a line for each check, and {@code /metrics} with what is counted. It knows nothing else, and shows no bucket, key or user.
 */
public final class AdminServer implements AutoCloseable {
    // Each request that is not sent to its end, or whose answer is not read, has one until its time is up.
    private static final int THREADS = 32;
    private static final String LONGEST_SECONDS = "5";
    private static final List<String> READS = List.of("GET", "HEAD");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    static {
        // The server of the JDK is told so alone, before its first use; else it waits for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", LONGEST_SECONDS);
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private AdminServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to answer.
     *
     * @param metrics all that is counted, in Prometheus's text format
     * @throws IOException if the address cannot be listened on
     */
    public static AdminServer start(InetSocketAddress listen, Readiness readiness, Supplier<String> metrics)
            throws IOException {
        HttpServer server = HttpServer.create(listen, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, AdminServer::thread);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, readiness, metrics);
            }
        });
        server.start();
        return new AdminServer(server, threads);
    }

    /** Where it listens, with the port that was found if 0 was asked for. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Readiness readiness, Supplier<String> metrics)
            throws IOException {
        if (!READS.contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", READS));
            send(exchange, 405, TEXT, "Nothing can be changed here.\n");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/livez" -> send(exchange, 200, TEXT, "alive\n");
            case "/metrics" -> send(exchange, 200, PROMETHEUS, metrics.get());
            case "/readyz" -> {
                ReadinessReport report = readiness.report();
                send(exchange, report.ready() ? 200 : 503, TEXT, report.text());
            }
            default -> send(exchange, 404, TEXT, "There are /livez, /readyz and /metrics.\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, headOnly ? -1 : body.length);
        if (!headOnly) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "admin");
        thread.setDaemon(true);
        return thread;
    }
}
