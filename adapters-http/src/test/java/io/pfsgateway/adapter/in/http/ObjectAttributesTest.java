package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectAttributesTest {
    private static final String ASK = "x-amz-object-attributes";
    private static final String EVERYTHING = "ETag,Checksum,ObjectParts,StorageClass,ObjectSize";
    private static final String LARGE = "A".repeat(Multipart.MIN_PART);
    private static final String LARGE_SHA256 = "275VF5loJr1YYawit0XSHREhkFXYkkPKGuoK0x9VKxI=";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";

    @BeforeEach
    void makeABucket() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
    }

    private Reply attributes(String... headers) {
        return CLIENT.send("GET", object + "?attributes", headers);
    }

    @Test
    void tellsOfAnObjectThatCameInOnePiece() {
        String version = CLIENT.put(bucket, "key", "hello", "x-amz-checksum-crc64nvme", "M3eFcAZSQlc=");
        Reply head = CLIENT.send("HEAD", object);

        Reply reply = attributes(ASK, EVERYTHING);

        XmlTree xml = reply.xml();
        assertThat(xml.name()).isEqualTo("GetObjectAttributesResponse");
        assertThat(xml.names()).containsExactly("ETag", "Checksum", "StorageClass", "ObjectSize");
        assertThat('"' + xml.text("ETag") + '"').isEqualTo(head.header("etag").orElseThrow());
        assertThat(xml.text("Checksum/ChecksumCRC64NVME")).isEqualTo("M3eFcAZSQlc=");
        assertThat(xml.text("Checksum/ChecksumType")).isEqualTo("FULL_OBJECT");
        assertThat(xml.text("StorageClass")).isEqualTo("STANDARD");
        assertThat(xml.text("ObjectSize")).isEqualTo("5");
        assertThat(reply.header("x-amz-version-id")).contains(version);
        assertThat(reply.header("last-modified")).isEqualTo(head.header("last-modified"));
    }

    @Test
    void tellsNoMoreThanWasAskedFor() {
        CLIENT.put(bucket, "key", "hello");

        assertThat(attributes(ASK, "ObjectSize, Checksum").xml().names()).containsExactly("ObjectSize");
        assertThat(attributes(ASK, "ETag", ASK, "StorageClass").xml().names())
                .as("of two lines")
                .containsExactly("ETag", "StorageClass");
    }

    @Test
    void tellsTheVersionThatIsAskedFor() {
        String first = CLIENT.put(bucket, "key", "foo");
        CLIENT.put(bucket, "key", "longer");

        Reply reply = CLIENT.send("GET", object + "?attributes&versionId=" + first, ASK, "ObjectSize");

        assertThat(reply.xml().text("ObjectSize")).isEqualTo("3");
        assertThat(reply.header("x-amz-version-id")).contains(first);
    }

    @Test
    void tellsTheSizesAndChecksumsOfParts() {
        Multipart multipart = new Multipart(CLIENT, object);
        String id = multipart.begin("x-amz-checksum-algorithm", "SHA256");
        Reply completed = multipart.complete(id, multipart.sent(id, 1, LARGE) + multipart.sent(id, 2, "hello"));

        XmlTree xml = attributes(ASK, EVERYTHING).xml();

        assertThat(xml.names()).containsExactly("ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize");
        assertThat(xml.text("Checksum/ChecksumSHA256"))
                .isEqualTo(completed.xml().text("ChecksumSHA256"));
        assertThat(xml.text("Checksum/ChecksumType")).isEqualTo("COMPOSITE");
        assertThat(xml.text("ObjectParts/PartsCount")).isEqualTo("2");
        assertThat(xml.text("ObjectParts/IsTruncated")).isEqualTo("false");
        assertThat(xml.text("ObjectParts/MaxParts")).isEqualTo("1000");
        assertThat(xml.text("ObjectParts/PartNumberMarker")).isEqualTo("0");
        assertThat(xml.texts("ObjectParts/Part/PartNumber")).containsExactly("1", "2");
        assertThat(xml.texts("ObjectParts/Part/Size")).containsExactly("5242880", "5");
        assertThat(xml.texts("ObjectParts/Part/ChecksumSHA256"))
                .containsExactly(LARGE_SHA256, "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, true, 1, 1",
        "1, 1, true, 2, 2",
        "10, 1, false, 2 3, 3",
        "2, 3, false, '', 0",
        "2, 20000, false, '', 0",
        "0, 0, false, '', 0",
    })
    void pagesThroughParts(int limit, int marker, boolean truncated, String numbers, int next) {
        assertThat(new Multipart(CLIENT, object).upload(LARGE, LARGE, "x").status())
                .isEqualTo(200);

        XmlTree xml = attributes(
                        ASK,
                        "ObjectParts",
                        "x-amz-max-parts",
                        Integer.toString(limit),
                        "x-amz-part-number-marker",
                        Integer.toString(marker))
                .xml();

        assertThat(String.join(" ", xml.texts("ObjectParts/Part/PartNumber"))).isEqualTo(numbers);
        assertThat(xml.text("ObjectParts/IsTruncated")).isEqualTo(Boolean.toString(truncated));
        assertThat(xml.text("ObjectParts/NextPartNumberMarker")).isEqualTo(Integer.toString(next));
        assertThat(xml.text("ObjectParts/PartsCount")).isEqualTo("3");
        assertThat(xml.text("ObjectParts/MaxParts")).isEqualTo(Integer.toString(limit));
        assertThat(xml.texts("ObjectParts/Part/ChecksumSHA256")).isEmpty();
    }

    @Test
    void tellsThePartOfAnUploadOfOne() {
        new Multipart(CLIENT, object).upload("only");

        XmlTree xml = attributes(ASK, EVERYTHING).xml();

        assertThat(xml.text("ObjectParts/PartsCount")).isEqualTo("1");
        assertThat(xml.texts("ObjectParts/Part/Size")).containsExactly("4");
    }

    @ParameterizedTest
    @CsvSource({"ETag%Size, 400 InvalidArgument", "etag, 400 InvalidArgument", "',', 400 InvalidRequest"})
    void refusesToTellWhatThereIsNot(String asked, String error) {
        CLIENT.put(bucket, "key", "x");

        assertThat(attributes(ASK, asked).error()).isEqualTo(error);
    }

    @Test
    void refusesToTellNothing() {
        CLIENT.put(bucket, "key", "x");

        assertThat(attributes().error()).isEqualTo("400 InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-max-parts", "x-amz-part-number-marker"})
    void refusesPagesThatAreNone(String header) {
        CLIENT.put(bucket, "key", "x");

        assertThat(attributes(ASK, EVERYTHING, header, "-1").error()).isEqualTo("400 InvalidArgument");
    }

    @Test
    void answersAsAReadWouldWhereThereIsNoObject() {
        CLIENT.put(bucket, "key", "x");
        String marker = CLIENT.send("DELETE", object).header("x-amz-version-id").orElseThrow();

        assertThat(attributes(ASK, EVERYTHING).error()).isEqualTo("404 NoSuchKey");
        Reply deleted = CLIENT.send("GET", object + "?attributes&versionId=" + marker, ASK, EVERYTHING);
        assertThat(deleted.error()).isEqualTo("405 MethodNotAllowed");
        assertThat(deleted.header("x-amz-delete-marker")).contains("true");
    }
}
