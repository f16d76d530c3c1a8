package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartListingTest {
    private static final String HELLO_SHA256 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    private static final String OWNER = "00000000000000000000000000000000";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";

    @BeforeEach
    void makeABucket() {
        bucket = GATEWAY.newBucket();
    }

    private Multipart of(String key) {
        return new Multipart(CLIENT, "/" + bucket + "/" + key);
    }

    private XmlTree uploads(String query) {
        Reply reply = CLIENT.send("GET", "/" + bucket + "?uploads" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.xml();
    }

    @Test
    void aBucketThatNamesACommitHasNoUploads() {
        String id = of("key").begin();
        String commit = CLIENT.put(bucket, "other", "text");

        assertThat(CLIENT.send("GET", "/" + commit + "." + bucket + "/key?uploadId=" + id)
                        .error())
                .isEqualTo("404 NoSuchUpload");
    }

    @Test
    void listsPartsWithAllThatIsKnownOfThem() {
        Multipart multipart = of("key");
        String id = multipart.begin("x-amz-checksum-algorithm", "SHA256");
        String etag = multipart.part(id, 3, "hello").header("etag").orElseThrow();

        XmlTree xml = CLIENT.send("GET", "/" + bucket + "/key?uploadId=" + id).xml();

        assertThat(xml.name()).isEqualTo("ListPartsResult");
        assertThat(xml.names())
                .containsExactly(
                        "Bucket",
                        "Key",
                        "UploadId",
                        "Initiator",
                        "Owner",
                        "StorageClass",
                        "PartNumberMarker",
                        "NextPartNumberMarker",
                        "MaxParts",
                        "IsTruncated",
                        "ChecksumAlgorithm",
                        "ChecksumType",
                        "Part");
        assertThat(xml.text("Bucket")).isEqualTo(bucket);
        assertThat(xml.text("Key")).isEqualTo("key");
        assertThat(xml.text("UploadId")).isEqualTo(id);
        assertThat(xml.text("Initiator/ID")).isEqualTo(OWNER);
        assertThat(xml.text("Owner/ID")).isEqualTo(OWNER);
        assertThat(xml.text("StorageClass")).isEqualTo("STANDARD");
        assertThat(xml.text("ChecksumAlgorithm")).isEqualTo("SHA256");
        assertThat(xml.text("ChecksumType")).isEqualTo("COMPOSITE");
        assertThat(xml.text("MaxParts")).isEqualTo("1000");
        assertThat(xml.text("Part/PartNumber")).isEqualTo("3");
        assertThat(xml.text("Part/ETag")).isEqualTo(etag);
        assertThat(xml.text("Part/Size")).isEqualTo("5");
        assertThat(xml.text("Part/ChecksumSHA256")).isEqualTo(HELLO_SHA256);
        assertThat(xml.text("Part/LastModified")).endsWith(".000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1 5 9, false, 9, 1000",
        "'&max-parts=2', 1 5, true, 5, 2",
        "'&max-parts=2&part-number-marker=5', 9, false, 9, 2",
        "'&part-number-marker=4', 5 9, false, 9, 1000",
        "'&part-number-marker=9', '', false, 0, 1000",
        "'&part-number-marker=99999', '', false, 0, 1000",
        "'&part-number-marker=0', 1 5 9, false, 9, 1000",
        "'&max-parts=0', '', false, 0, 0",
        "'&max-parts=5000', 1 5 9, false, 9, 1000",
    })
    void pagesThroughParts(String query, String numbers, boolean truncated, int next, int limit) {
        Multipart multipart = of("key");
        String id = multipart.begin();
        List.of(9, 1, 5).forEach(number -> multipart.sent(id, number, "x"));

        XmlTree xml =
                CLIENT.send("GET", "/" + bucket + "/key?uploadId=" + id + query).xml();

        assertThat(String.join(" ", xml.texts("Part/PartNumber"))).isEqualTo(numbers);
        assertThat(xml.text("IsTruncated")).isEqualTo(Boolean.toString(truncated));
        assertThat(xml.text("NextPartNumberMarker")).isEqualTo(Integer.toString(next));
        assertThat(xml.text("MaxParts")).isEqualTo(Integer.toString(limit));
    }

    @ParameterizedTest
    @CsvSource({"max-parts=-1", "max-parts=x", "part-number-marker=-1", "part-number-marker=x"})
    void refusesPagesOfPartsThatAreNone(String query) {
        String id = of("key").begin();

        assertThat(CLIENT.send("GET", "/" + bucket + "/key?uploadId=" + id + "&" + query)
                        .error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void listsUploadsWithAllThatIsKnownOfThem() {
        String id = of("key").begin("x-amz-checksum-algorithm", "CRC32C", "x-amz-checksum-type", "FULL_OBJECT");

        XmlTree xml = uploads("");

        assertThat(xml.name()).isEqualTo("ListMultipartUploadsResult");
        assertThat(xml.names())
                .containsExactly(
                        "Bucket", "KeyMarker", "UploadIdMarker", "Prefix", "MaxUploads", "IsTruncated", "Upload");
        assertThat(xml.text("Bucket")).isEqualTo(bucket);
        assertThat(xml.text("MaxUploads")).isEqualTo("1000");
        assertThat(xml.text("Upload/Key")).isEqualTo("key");
        assertThat(xml.text("Upload/UploadId")).isEqualTo(id);
        assertThat(xml.text("Upload/Initiator/ID")).isEqualTo(OWNER);
        assertThat(xml.text("Upload/Owner/DisplayName")).isEqualTo("pachyderm");
        assertThat(xml.text("Upload/StorageClass")).isEqualTo("STANDARD");
        assertThat(xml.text("Upload/Initiated")).endsWith(".000Z");
        assertThat(xml.text("Upload/ChecksumAlgorithm")).isEqualTo("CRC32C");
        assertThat(xml.text("Upload/ChecksumType")).isEqualTo("FULL_OBJECT");
    }

    @Test
    void listsEveryUploadOfAKeyUntilItEnds() {
        Multipart multipart = of("a");
        String first = multipart.begin();
        String second = multipart.begin();
        String other = of("b").begin();
        assertThat(uploads("").texts("Upload/UploadId")).containsExactlyInAnyOrder(first, second, other);

        CLIENT.send("DELETE", "/" + bucket + "/a?uploadId=" + second);
        multipart.complete(first, multipart.sent(first, 1, "x"));

        assertThat(uploads("").texts("Upload/UploadId")).containsExactly(other);
    }

    @Test
    void pagesThroughUploadsByBothMarkers() {
        of("a").begin();
        of("b").begin();
        of("b").begin();
        of("c").begin();
        List<String> paged = new ArrayList<>();
        String markers = "";
        boolean more = true;
        while (more) {
            XmlTree xml = uploads("&max-uploads=1" + markers);
            paged.addAll(xml.texts("Upload/UploadId"));
            more = xml.text("IsTruncated").equals("true");
            assertThat(xml.texts("NextKeyMarker")).hasSize(more ? 1 : 0);
            if (more) {
                markers = "&key-marker=" + xml.text("NextKeyMarker") + "&upload-id-marker="
                        + xml.text("NextUploadIdMarker");
            }
        }

        assertThat(paged).hasSize(4).isEqualTo(uploads("").texts("Upload/UploadId"));
        assertThat(uploads("&key-marker=b").texts("Upload/Key")).containsExactly("c");
    }

    @Test
    void foldsUploadsBelowAPrefix() {
        of("x/a/1").begin();
        of("x/a/2").begin();
        of("x/b").begin();
        of("y").begin();

        XmlTree xml = uploads("&prefix=x/&delimiter=/");
        XmlTree firstPage = uploads("&prefix=x/&delimiter=/&max-uploads=1");

        assertThat(xml.texts("CommonPrefixes/Prefix")).containsExactly("x/a/");
        assertThat(xml.texts("Upload/Key")).containsExactly("x/b");
        assertThat(xml.text("Prefix")).isEqualTo("x/");
        assertThat(xml.text("Delimiter")).isEqualTo("/");
        assertThat(firstPage.text("NextKeyMarker")).isEqualTo("x/a/");
        assertThat(uploads("&prefix=x/&delimiter=/&key-marker=x/a/").texts("Upload/Key"))
                .containsExactly("x/b");
    }

    @Test
    void encodesKeysWhereItIsAskedTo() {
        of("a%20%2B%C3%A9").begin();

        XmlTree xml = uploads("&encoding-type=url");

        assertThat(xml.text("Upload/Key")).isEqualTo("a%20%2B%C3%A9");
        assertThat(xml.text("EncodingType")).isEqualTo("url");
        assertThat(uploads("").text("Upload/Key")).isEqualTo("a +é");
    }

    @Test
    void passesOverTheMarkerOfAnUploadWithoutThatOfItsKey() {
        String id = of("a").begin();

        XmlTree xml = uploads("&upload-id-marker=no-id");

        assertThat(xml.texts("Upload/UploadId")).containsExactly(id);
        assertThat(xml.text("UploadIdMarker")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"key-marker=a&upload-id-marker=no-id", "max-uploads=-1", "max-uploads=x", "encoding-type=base64"})
    void refusesPagesOfUploadsThatAreNone(String query) {
        assertThat(CLIENT.send("GET", "/" + bucket + "?uploads&" + query).error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void showsNothingOnAPageOfNoUploads() {
        of("a").begin();

        XmlTree xml = uploads("&max-uploads=0");

        assertThat(xml.texts("Upload")).isEmpty();
        assertThat(xml.text("IsTruncated")).isEqualTo("false");
        assertThat(xml.text("MaxUploads")).isEqualTo("0");
        assertThat(uploads("&max-uploads=5000").text("MaxUploads")).isEqualTo("1000");
    }

    @Test
    void tellsABucketThatIsNotThere() {
        assertThat(CLIENT.send("GET", "/master.nowhere?uploads").error()).isEqualTo("404 NoSuchBucket");
    }
}
