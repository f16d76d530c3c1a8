package com.example.folderfs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
final class FolderGatewayIT {
    private final Path root;
    private final GatewayProcess gateway;

    FolderGatewayIT(@TempDir Path root) throws IOException {
        this.root = root;
        this.gateway = GatewayProcess.on(root);
    }

    @BeforeAll
    void fillTheFolder() throws IOException {
        Files.createDirectory(root.resolve("empty"));
        Path photos = Files.createDirectories(root.resolve("photos/2025/summer"));
        Files.writeString(root.resolve("photos/readme.txt"), "0123456789");
        Files.writeString(root.resolve("photos/2025/a.txt"), "aa");
        Files.writeString(photos.resolve("b.txt"), "bbb");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static List<String> values(HttpResponse<String> answer, String element) {
        List<String> values = new ArrayList<>();
        Matcher found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(answer.body());
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }

    @Test
    void everySubFolderIsABucket() throws Exception {
        HttpResponse<String> answer = gateway.send("GET", "/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(values(answer, "Name")).contains("master.empty", "master.photos");
        assertThat(gateway.send("HEAD", "/master.photos").statusCode()).isEqualTo(200);
        assertThat(gateway.send("HEAD", "/master.other").statusCode()).isEqualTo(404);
    }

    @Test
    void filesAreListedByTheirPaths() throws Exception {
        HttpResponse<String> all = gateway.send("GET", "/master.photos?list-type=2");
        assertThat(values(all, "Key")).containsExactly("2025/a.txt", "2025/summer/b.txt", "readme.txt");
        assertThat(values(all, "Size")).containsExactly("2", "3", "10");
        HttpResponse<String> top = gateway.send("GET", "/master.photos?list-type=2&delimiter=/");
        assertThat(values(top, "Key")).containsExactly("readme.txt");
        assertThat(values(top, "Prefix")).contains("2025/");
    }

    @Test
    void aListingGoesOnInPages() throws Exception {
        HttpResponse<String> first = gateway.send("GET", "/master.photos?list-type=2&max-keys=2");
        assertThat(values(first, "Key")).containsExactly("2025/a.txt", "2025/summer/b.txt");
        String token = values(first, "NextContinuationToken").get(0);
        HttpResponse<String> second =
                gateway.send("GET", "/master.photos?list-type=2&max-keys=2&continuation-token=" + token);
        assertThat(values(second, "Key")).containsExactly("readme.txt");
        assertThat(values(second, "IsTruncated")).containsExactly("false");
    }

    @Test
    void aListingThatTheFolderChangesUnderIsRefusedItsNextPage() throws Exception {
        Path moving = Files.createDirectories(root.resolve("moving/files"));
        Files.writeString(moving.resolve("a"), "a");
        Files.writeString(moving.resolve("b"), "b");
        HttpResponse<String> first = gateway.send("GET", "/master.moving?list-type=2&max-keys=1");
        String token = values(first, "NextContinuationToken").get(0);
        Files.delete(moving.resolve("b"));
        HttpResponse<String> next =
                gateway.send("GET", "/master.moving?list-type=2&max-keys=1&continuation-token=" + token);
        assertThat(next.statusCode()).isEqualTo(400);
        assertThat(values(next, "Code")).containsExactly("InvalidArgument");
    }

    @Test
    void eachFileIsOneVersion() throws Exception {
        HttpResponse<String> versions = gateway.send("GET", "/master.photos?versions");
        assertThat(values(versions, "Key")).containsExactly("2025/a.txt", "2025/summer/b.txt", "readme.txt");
        String id = values(versions, "VersionId").get(0);
        assertThat(gateway.send("GET", "/master.photos/readme.txt?versionId=" + id)
                        .body())
                .isEqualTo("0123456789");
        assertThat(gateway.send("GET", "/master.photos/readme.txt?versionId=HEAD%5E")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileIsReadWholeOrInPart() throws Exception {
        assertThat(gateway.send("GET", "/master.photos/readme.txt").body()).isEqualTo("0123456789");
        HttpResponse<String> part = gateway.send("GET", "/master.photos/readme.txt", "Range", "bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
        HttpResponse<String> head = gateway.send("HEAD", "/master.photos/readme.txt");
        assertThat(head.headers().firstValue("Content-Length")).contains("10");
        String tag = head.headers().firstValue("ETag").orElseThrow();
        assertThat(gateway.send("GET", "/master.photos/readme.txt", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/master.photos/none", "/master.photos/2025", "/master.photos/2025/"})
    void whatIsNoFileIsNotFound(String target) throws Exception {
        HttpResponse<String> answer = gateway.send("GET", target);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(values(answer, "Code")).containsExactly("NoSuchKey");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /master.photos/readme.txt",
        "PUT, /master.photos/new.txt",
        "DELETE, /master.photos/readme.txt",
        "POST, /master.photos/new.txt?uploads",
        "PUT, /master.new",
        "DELETE, /master.empty"
    })
    void everyChangeIsDenied(String method, String target) throws Exception {
        HttpResponse<String> answer = gateway.send(method, target);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(values(answer, "Code")).containsExactly("AccessDenied");
        assertThat(root.resolve("empty")).isEmptyDirectory();
        assertThat(root.resolve("new")).doesNotExist();
        assertThat(root.resolve("photos/new.txt")).doesNotExist();
        assertThat(root.resolve("photos/readme.txt")).hasContent("0123456789");
    }

    @Test
    void aFolderThatIsNotThereIsRefusedAtTheStart() throws Exception {
        assertThat(GatewayProcess.launch(root.resolve("none").toString()).waitFor())
                .isEqualTo(2);
    }
}
