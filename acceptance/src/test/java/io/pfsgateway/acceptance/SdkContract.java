package io.pfsgateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What every client of the SDK finds in the gateway. The process and the bucket are shared; each test keeps to
 * keys of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SdkContract {
    private final String bucket = "master.sdk-" + UUID.randomUUID();

    private GatewayProcess gateway;
    private RecordingRelay relay;
    private SdkClient client;

    /** The client under test. */
    abstract SdkClient connect(URI address);

    /** What the client must say of a body's signature, in {@code x-amz-content-sha256}. */
    abstract String bodySignature();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        gateway = GatewayProcess.start(folder);
        relay = RecordingRelay.to(gateway.address());
        client = connect(relay.address());
        client.createBucket(bucket);
    }

    @AfterAll
    void stop() throws Exception {
        client.close();
        relay.close();
        gateway.close();
    }

    @Test
    void sendsTheBodyInTheFormThatThisSuiteIsFor() {
        put("form/a", "hello");
        assertThat(relay.sent().toLowerCase(Locale.ROOT))
                .contains("x-amz-content-sha256: " + bodySignature().toLowerCase(Locale.ROOT))
                .contains("x-amz-trailer: x-amz-checksum-");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 65_536, 200_001, 3_000_000})
    void bytesComeBackAsTheyWent(int size) {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        PutObjectResponse put = client.put(at("bytes/" + size).build(), body);
        assertThat(client.get(from("bytes/" + size).build()).asByteArray()).isEqualTo(body);
        assertThat(client.get(from("bytes/" + size).build()).response().eTag()).isEqualTo(put.eTag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "100%", "%2F", "a#b?c", "[x]", "ünï/日本", "a//b", "..", "x/../y", "end/."})
    void keysMeanThemselves(String key) {
        put(key, key);
        assertThat(text(from(key))).isEqualTo(key);
        assertThat(keys(client.list(ListObjectsV2Request.builder()
                        .bucket(bucket)
                        .prefix(key)
                        .build())))
                .contains(key);
    }

    @Test
    void metadataIsKept() {
        client.put(
                at("meta/a")
                        .contentType("text/csv")
                        .cacheControl("no-cache")
                        .metadata(Map.of("made-by", "sdk"))
                        .build(),
                bytes("x"));
        var got = client.get(from("meta/a").build()).response();
        assertThat(got.contentType()).isEqualTo("text/csv");
        assertThat(got.cacheControl()).isEqualTo("no-cache");
        assertThat(got.metadata()).containsExactly(Map.entry("made-by", "sdk"));
        assertThat(got.contentEncoding())
                .as("aws-chunked is framing and not kept")
                .isNull();
    }

    @Test
    void rangesAreAnsweredInPart() {
        put("range/a", "0123456789");
        assertThat(text(from("range/a").range("bytes=3-5"))).isEqualTo("345");
    }

    @Test
    void listingsPageInOrder() {
        List.of("c", "a", "b/x", "b/y", "d").forEach(name -> put("list/" + name, name));
        ListObjectsV2Request.Builder query =
                ListObjectsV2Request.builder().bucket(bucket).prefix("list/");
        ListObjectsV2Response first = client.list(query.maxKeys(2).build());
        ListObjectsV2Response rest = client.list(query.maxKeys(10)
                .continuationToken(first.nextContinuationToken())
                .build());
        assertThat(keys(first)).containsExactly("list/a", "list/b/x");
        assertThat(keys(rest)).containsExactly("list/b/y", "list/c", "list/d");
        ListObjectsV2Response rolled = client.list(ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix("list/")
                .delimiter("/")
                .build());
        assertThat(keys(rolled)).containsExactly("list/a", "list/c", "list/d");
        assertThat(rolled.commonPrefixes())
                .singleElement()
                .satisfies(each -> assertThat(each.prefix()).isEqualTo("list/b/"));
    }

    @Test
    void copiesKeepOrReplaceMetadata() {
        client.put(at("copy/a").metadata(Map.of("n", "old")).build(), bytes("copied"));
        CopyObjectRequest.Builder copy = CopyObjectRequest.builder()
                .sourceBucket(bucket)
                .sourceKey("copy/a")
                .destinationBucket(bucket);
        client.copy(copy.destinationKey("copy/kept").build());
        client.copy(copy.destinationKey("copy/new")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("n", "new"))
                .build());
        assertThat(text(from("copy/kept"))).isEqualTo("copied");
        assertThat(client.get(from("copy/kept").build()).response().metadata()).containsEntry("n", "old");
        assertThat(client.get(from("copy/new").build()).response().metadata()).containsEntry("n", "new");
    }

    @Test
    void everyVersionIsReadByItsCommit() {
        String first = put("version/a", "one").versionId();
        String second = put("version/a", "two").versionId();
        assertThat(text(from("version/a").versionId(first))).isEqualTo("one");
        assertThat(text(from("version/a").versionId(second + "^"))).isEqualTo("one");
        assertThat(text(from("version/a").versionId("HEAD"))).isEqualTo("two");
        assertThat(text(GetObjectRequest.builder().bucket(first + "." + bucket).key("version/a")))
                .isEqualTo("one");
        assertThat(versions("version/").versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly(second, first);
    }

    @Test
    void deletionIsAMarkerThatCanBeTakenBack() {
        put("delete/a", "kept");
        String marker = client.delete(delete("delete/a").build()).versionId();
        notFound("delete/a");
        assertThat(versions("delete/").deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId)
                .containsExactly(marker);
        client.delete(delete("delete/a").versionId(marker).build());
        assertThat(text(from("delete/a"))).isEqualTo("kept");
    }

    @Test
    void manyKeysAreDeletedTogether() {
        List<String> names = List.of("many/a", "many/b", "many/c");
        names.forEach(name -> put(name, name));
        Delete delete = Delete.builder()
                .objects(names.stream()
                        .map(name -> ObjectIdentifier.builder().key(name).build())
                        .toList())
                .build();
        assertThat(client.deleteMany(DeleteObjectsRequest.builder()
                                .bucket(bucket)
                                .delete(delete)
                                .build())
                        .deleted())
                .hasSize(3);
        assertThat(versions("many/").deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId)
                .hasSize(3)
                .containsOnly(versions("many/").deleteMarkers().get(0).versionId());
    }

    @Test
    void creatingOverWhatIsThereIsRefused() {
        put("once/a", "first");
        refused(
                412,
                "PreconditionFailed",
                () -> client.put(at("once/a").ifNoneMatch("*").build(), bytes("second")));
        assertThat(text(from("once/a"))).isEqualTo("first");
    }

    @Test
    void missingKeyIsNotFound() {
        notFound("nothing");
    }

    private PutObjectResponse put(String key, String body) {
        return client.put(at(key).build(), bytes(body));
    }

    private PutObjectRequest.Builder at(String key) {
        return PutObjectRequest.builder().bucket(bucket).key(key);
    }

    private GetObjectRequest.Builder from(String key) {
        return GetObjectRequest.builder().bucket(bucket).key(key);
    }

    private DeleteObjectRequest.Builder delete(String key) {
        return DeleteObjectRequest.builder().bucket(bucket).key(key);
    }

    private ListObjectVersionsResponse versions(String prefix) {
        return client.listVersions(ListObjectVersionsRequest.builder()
                .bucket(bucket)
                .prefix(prefix)
                .build());
    }

    private String text(GetObjectRequest.Builder request) {
        return client.get(request.build()).asUtf8String();
    }

    private static List<String> keys(ListObjectsV2Response page) {
        return page.contents().stream().map(S3Object::key).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Only the status is looked at: the native client asks with a HEAD first, whose refusal has no body and so no code. */
    private void notFound(String key) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> client.get(from(key).build()))
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(404));
    }

    private static void refused(int status, String code, Runnable act) {
        assertThatExceptionOfType(S3Exception.class).isThrownBy(act::run).satisfies(refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(status);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
