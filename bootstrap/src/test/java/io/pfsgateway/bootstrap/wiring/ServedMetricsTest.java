package io.pfsgateway.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pfsgateway.adapter.in.http.accesslog.LogTarget;
import io.pfsgateway.adapter.out.pfs.grpc.PachdAddress;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.bootstrap.settings.AuthSettings;
import io.pfsgateway.bootstrap.settings.BookkeepingSettings;
import io.pfsgateway.bootstrap.settings.FileSystemSettings;
import io.pfsgateway.bootstrap.settings.OutsideSettings;
import io.pfsgateway.bootstrap.settings.PachdSettings;
import io.pfsgateway.bootstrap.settings.S3Settings;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.pfs.PfsCaches;
import java.io.IOException;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole gateway shows at {@code /metrics}, on the embedded file system and on a server that speaks {@code pfs_v2}. */
@Timeout(120)
final class ServedMetricsTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    /** They come with the first collection of their kind. */
    private static final Pattern OF_COLLECTIONS = Pattern.compile("jvm_gc_(pause|concurrent).*");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void showsEveryNameThatIsDocumentedAndNoOther() throws Exception {
        Set<String> served = new TreeSet<>();
        try (RunningGateway embedded = start(embedded("one", Optional.of(ANY_PORT)))) {
            InetSocketAddress pachd = embedded.pfsAddress().orElseThrow();
            try (RunningGateway remote = start(onPachd(pachd))) {
                send(remote.s3Address(), "PUT", "/master.photos", "");
                // A request is counted after its answer.
                await().untilAsserted(() -> assertThat(names(metrics(remote)))
                        .contains("s3_request_duration_seconds", "s3_received_bytes_total", "s3_sent_bytes_total"));
                served.addAll(names(metrics(remote)));
            }
            served.addAll(names(metrics(embedded)));
        }

        Set<String> documented = documented();
        assertThat(documented).as("names of collections").anyMatch(OF_COLLECTIONS.asMatchPredicate());
        assertThat(withoutCollections(served)).isEqualTo(withoutCollections(documented));
        assertThat(documented).containsAll(served);
    }

    @Test
    void countsWhatIsDoneAndNamesNoBucketKeyOrUser() throws Exception {
        try (RunningGateway gateway = start(embedded("one", Optional.empty()))) {
            send(gateway.s3Address(), "PUT", "/master.secretbucket", "");
            send(gateway.s3Address(), "PUT", "/master.secretbucket/secretkey", "hello");
            send(gateway.s3Address(), "GET", "/master.secretbucket/secretkey", "");
            send(gateway.s3Address(), "GET", "/master.secretbucket/secretmissing", "");
            send(gateway.s3Address(), "GET", "/master.secretbucket?acl&cors", "");
            send(gateway.s3Address(), "POST", "/master.secretbucket/secretkey?uploads", "");
            await().untilAsserted(() -> assertThat(metrics(gateway))
                    .contains("s3_request_duration_seconds_count{action=\"unknown\",code=\"400\"} 1\n")
                    .contains("s3_request_duration_seconds_count{action=\"GetObject\",code=\"404\"} 1\n")
                    .contains("s3_received_bytes_total{action=\"PutObject\",code=\"200\"} 5.0\n")
                    .contains("s3_sent_bytes_total{action=\"GetObject\",code=\"200\"} 5.0\n")
                    .contains("s3_requests_in_flight 0.0\n")
                    .contains("s3_requests_waiting 0.0\n")
                    .contains("s3_requests_refused_total 0.0\n")
                    .contains("s3_requests_limit 16.0\n")
                    .contains("pfs_commits_total 1.0\n")
                    .containsPattern("pfs_commit_groups_total [1-9]")
                    .containsPattern("pfs_forced_writes_total\\{what=\"log\"} [1-9]")
                    .containsPattern("database_calls_seconds_count\\{outcome=\"done\"} [1-9]")
                    .containsPattern("s3_uploads_open [01].0\n")
                    .doesNotContain("secret"));
        }
    }

    @Test
    void remembersNoMoreThanItIsTold() throws Exception {
        PfsCaches caches = new PfsCaches(64 << 10, 8 << 20, 8 << 20);
        FileSystemSettings small =
                new FileSystemSettings(folder.resolve("small"), Optional.empty(), caches, Optional.empty());
        try (RunningGateway gateway = start(settings(small))) {
            send(gateway.s3Address(), "PUT", "/master.photos", "");
            for (int index = 0; index < 100; index++) {
                send(gateway.s3Address(), "PUT", "/master.photos/key" + index, "x".repeat(1_024));
                send(gateway.s3Address(), "GET", "/master.photos/key" + index, "");
            }
            assertThat(memory(gateway, "recent")).isBetween(1_024.0, 64.0 * 1_024);
            assertThat(memory(gateway, "unwritten")).isGreaterThan(100 * 1_024);
            assertThat(memory(gateway, "blocks")).isNotNegative();
            assertThat(memory(gateway, "nodes")).isZero();
            assertThat(memory(gateway, "tables")).isNotNegative();
        }
    }

    private double memory(RunningGateway gateway, String part) throws Exception {
        String name = "pfs_memory_bytes{part=\"" + part + "\"} ";
        return metrics(gateway)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesAnAccessLogWhenAsked() throws Exception {
        Path log = folder.resolve("access.log");
        try (RunningGateway gateway = start(embedded("one", Optional.empty()))) {
            send(gateway.s3Address(), "PUT", "/master.photos", "");
            send(gateway.s3Address(), "PUT", "/master.photos/cat%20and%0Adog", "hello");
            assertThat(metrics(gateway)).contains("s3_access_log_dropped_total 0.0\n");
        }

        assertThat(Files.readAllLines(log)).hasSize(2);
        assertThat(Files.readAllLines(log).get(1))
                .matches(
                        "0{32} master\\.photos \\[[^]]+] 127\\.0\\.0\\.1 - [0-9A-F]{16} REST\\.PUT\\.OBJECT cat%20and%0Adog"
                                + " \"PUT /master\\.photos/cat%20and%0Adog HTTP/1\\.1\" 200 - - 5 \\d+ - \"-\" \"Java-http-client/[^\"]+\""
                                + " [0-9a-f]{32} [0-9A-F]{16} - - - 127\\.0\\.0\\.1:\\d+ - - - -");
    }

    private static Set<String> withoutCollections(Set<String> names) {
        return names.stream()
                .filter(OF_COLLECTIONS.asMatchPredicate().negate())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String metrics) {
        return found(Pattern.compile("(?m)^# TYPE (\\S+) "), metrics);
    }

    /** The first column of the tables of metrics. */
    private static Set<String> documented() throws IOException {
        return found(Pattern.compile("(?m)^\\| `([a-z0-9_]+)`"), Files.readString(OPERATIONS));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static RunningGateway start(Settings settings) {
        return RunningGateway.start(settings, Clock.systemUTC());
    }

    private Settings embedded(String data, Optional<InetSocketAddress> pfsListen) {
        return settings(new FileSystemSettings(folder.resolve(data), pfsListen));
    }

    private Settings onPachd(InetSocketAddress pachd) {
        PachdAddress address = new PachdAddress(pachd.getAddress().getHostAddress(), pachd.getPort(), false);
        return settings(new FileSystemSettings(
                folder.resolve("two"),
                Optional.empty(),
                PfsCaches.defaults(),
                Optional.of(new PachdSettings(address, Optional.empty(), Optional.empty(), false))));
    }

    private Settings settings(FileSystemSettings files) {
        return new Settings(
                new S3Settings(ANY_PORT, Optional.empty(), Optional.empty(), 16, Duration.ofSeconds(60)),
                new AuthSettings(Optional.empty(), false, false),
                new OutsideSettings(
                        Optional.of(ANY_PORT), Optional.of(new LogTarget(Optional.of(folder.resolve("access.log"))))),
                files,
                new BookkeepingSettings(Optional.empty(), Duration.ofDays(7)),
                LastModifiedRule.OBJECT);
    }

    private String metrics(RunningGateway gateway) throws IOException, InterruptedException {
        return send(gateway.adminAddress().orElseThrow(), "GET", "/metrics", "");
    }

    private String send(InetSocketAddress to, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.getPort() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
