package io.pfsgateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minio.BucketExistsArgs;
import io.minio.ComposeObjectArgs;
import io.minio.ComposeSource;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetObjectArgs;
import io.minio.GetObjectTagsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.http.Method;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** MinIO's client for Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MinioIT {
    private static final int PART_BYTES = 5 << 20;

    private final String bucket = "master.minio-" + UUID.randomUUID();

    private GatewayProcess gateway;
    private MinioClient minio;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        gateway = GatewayProcess.start(folder);
        minio = MinioClient.builder()
                .endpoint(gateway.address().toString())
                .region("us-east-1")
                .credentials(GatewayProcess.ACCESS_KEY, GatewayProcess.SECRET_KEY)
                .build();
        minio.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        assertThat(minio.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()))
                .isTrue();
    }

    @AfterAll
    void stop() throws Exception {
        minio.close();
        gateway.close();
    }

    private PutObjectArgs.Builder to(String key, byte[] body) {
        return PutObjectArgs.builder().bucket(bucket).object(key).stream(
                new ByteArrayInputStream(body), body.length, PART_BYTES);
    }

    private ObjectWriteResponse put(String key, String body) throws Exception {
        return minio.putObject(to(key, body.getBytes(StandardCharsets.UTF_8)).build());
    }

    private GetObjectArgs.Builder from(String key) {
        return GetObjectArgs.builder().bucket(bucket).object(key);
    }

    private byte[] bytes(GetObjectArgs.Builder asked) throws Exception {
        try (var in = minio.getObject(asked.build())) {
            return in.readAllBytes();
        }
    }

    private String text(GetObjectArgs.Builder asked) throws Exception {
        return new String(bytes(asked), StandardCharsets.UTF_8);
    }

    private static List<Item> items(Iterable<Result<Item>> results) throws Exception {
        List<Item> items = new ArrayList<>();
        for (Result<Item> result : results) {
            items.add(result.get());
        }
        return items;
    }

    private List<String> names(String prefix) throws Exception {
        return items(minio.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(true)
                        .maxKeys(2)
                        .build()))
                .stream()
                .map(Item::objectName)
                .toList();
    }

    private static byte[] random(int size) {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        return body;
    }

    @Test
    void bytesAndMetadataComeBackAsTheyWent() throws Exception {
        minio.putObject(to("a b/ü+%", random(100_000))
                .contentType("text/csv")
                .userMetadata(Map.of("made-by", "minio"))
                .tags(Map.of("colour", "red"))
                .build());
        assertThat(bytes(from("a b/ü+%"))).isEqualTo(random(100_000));
        assertThat(bytes(from("a b/ü+%").offset(10L).length(5L))).hasSize(5);
        var stat = minio.statObject(
                StatObjectArgs.builder().bucket(bucket).object("a b/ü+%").build());
        assertThat(stat.contentType()).isEqualTo("text/csv");
        assertThat(stat.userMetadata()).containsEntry("made-by", "minio");
        assertThat(minio.getObjectTags(GetObjectTagsArgs.builder()
                                .bucket(bucket)
                                .object("a b/ü+%")
                                .build())
                        .get())
                .containsEntry("colour", "red");
    }

    @Test
    void aLargeObjectGoesUpInPartsOfAnUnknownNumber() throws Exception {
        byte[] body = random(2 * PART_BYTES + 17);
        minio.putObject(PutObjectArgs.builder().bucket(bucket).object("large").stream(
                        new ByteArrayInputStream(body), -1, PART_BYTES)
                .build());
        assertThat(bytes(from("large"))).isEqualTo(body);
        minio.composeObject(ComposeObjectArgs.builder()
                .bucket(bucket)
                .object("composed")
                .sources(List.of(source("large"), source("large")))
                .build());
        assertThat(bytes(from("composed"))).hasSize(2 * body.length).startsWith(body);
    }

    private ComposeSource source(String key) {
        return ComposeSource.builder().bucket(bucket).object(key).build();
    }

    @Test
    void listingsPageAndRollUp() throws Exception {
        List<String> keys = List.of("list/a", "list/b/x", "list/b/y", "list/c", "list/d");
        for (String key : keys) {
            put(key, key);
        }
        assertThat(names("list/")).isEqualTo(keys);
        assertThat(items(minio.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).prefix("list/").build())))
                .extracting(Item::objectName)
                .containsExactlyInAnyOrder("list/a", "list/b/", "list/c", "list/d");
    }

    @Test
    void versionsAreListedAndRead() throws Exception {
        String first = put("version/a", "one").versionId();
        String second = put("version/a", "two").versionId();
        assertThat(text(from("version/a").versionId(first))).isEqualTo("one");
        assertThat(text(from("version/a").versionId("HEAD"))).isEqualTo("two");
        assertThat(items(minio.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix("version/")
                        .includeVersions(true)
                        .build())))
                .extracting(Item::versionId)
                .containsExactly(second, first);
    }

    @Test
    void copiesAndDeletionsOfMany() throws Exception {
        put("many/a", "text");
        minio.copyObject(CopyObjectArgs.builder()
                .bucket(bucket)
                .object("many/b")
                .source(CopySource.builder().bucket(bucket).object("many/a").build())
                .build());
        assertThat(text(from("many/b"))).isEqualTo("text");
        for (var failure : minio.removeObjects(RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(List.of(new DeleteObject("many/a"), new DeleteObject("many/b")))
                .build())) {
            assertThat(failure.get()).as("a deletion that failed").isNull();
        }
        assertThat(names("many/")).isEmpty();
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> text(from("many/a")))
                .satisfies(failure -> assertThat(failure.errorResponse().code()).isEqualTo("NoSuchKey"));
    }

    @Test
    void aPresignedLinkOpens() throws Exception {
        put("link", "linked");
        String link = minio.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Method.GET)
                .bucket(bucket)
                .object("link")
                .expiry(60)
                .build());
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("linked");
    }
}
