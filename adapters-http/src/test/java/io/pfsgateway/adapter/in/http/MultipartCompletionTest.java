package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartCompletionTest {
    private static final String KILOBYTE = "A".repeat(1024);
    private static final String KILOBYTE_SHA256 = "arcu6553sHVAiX4MjW0j7I7vD4w6R+Gz9Ok0Q9lTa+0=";
    private static final String KILOBYTE_COMPOSITE = "Ok6Cs5b96ux6+MWQkJO7UBT5sKPBeXBLwvj/hK89smg=-1";
    private static final String SHA256 = "x-amz-checksum-sha256";
    private static final String OTHER_HASH = "0".repeat(64);

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String object = "";
    private Multipart multipart = new Multipart(CLIENT, "");

    @BeforeEach
    void makeABucket() {
        object = "/" + GATEWAY.newBucket() + "/key";
        multipart = new Multipart(CLIENT, object);
    }

    @Test
    void answersTheSameWhenItIsRepeated() {
        String id = multipart.begin();
        String part = multipart.sent(id, 1, "x");

        Reply first = multipart.complete(id, part);
        Reply again = multipart.complete(id, part);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.xml()).isEqualTo(first.xml());
        assertThat(again.header("x-amz-version-id")).isEqualTo(first.header("x-amz-version-id"));
        assertThat(CLIENT.send("GET", object + "?uploadId=" + id).error()).isEqualTo("404 NoSuchUpload");
    }

    @Test
    void refusesAnUploadThatNeverWas() {
        assertThat(multipart.complete("abc1234def", Multipart.listed(1, "1234")).error())
                .isEqualTo("404 NoSuchUpload");
    }

    @Test
    void refusesAPartThatDidNotCome() {
        String id = multipart.begin();
        String etag = multipart.part(id, 1, "x").header("etag").orElseThrow();

        assertThat(multipart.complete(id, Multipart.listed(9999, etag)).error()).isEqualTo("400 InvalidPart");
        assertThat(multipart.complete(id, Multipart.listed(1, etag)).status())
                .as("the upload is still there")
                .isEqualTo(200);
    }

    @Test
    void refusesPartsOutOfOrder() {
        String id = multipart.begin();
        String first = multipart.sent(id, 1, "x");
        String second = multipart.sent(id, 2, "y");

        assertThat(multipart.complete(id, second + first).error()).isEqualTo("400 InvalidPartOrder");
        assertThat(multipart.complete(id, first + second + first).error()).isEqualTo("400 InvalidPartOrder");
    }

    @Test
    void takesTheLastOfSeveralListingsOfAPartThatWasSentAgain() {
        String id = multipart.begin();
        String replaced = multipart.sent(id, 1, "before");
        String present = multipart.sent(id, 1, "after");

        assertThat(multipart.complete(id, present + replaced).error()).isEqualTo("400 InvalidPart");
        assertThat(multipart.complete(id, replaced + present).status()).isEqualTo(200);
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("after");
    }

    @Test
    void refusesSmallPartsButTheLast() {
        assertThat(multipart.upload("x", "y").error()).isEqualTo("400 EntityTooSmall");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void comparesNoTagsButItsOwn() {
        String id = multipart.begin();
        String bare = multipart.part(id, 1, "x").header("etag").orElseThrow().replace("\"", "");

        assertThat(multipart
                        .complete(id, Multipart.listed(1, OTHER_HASH + "-1"))
                        .error())
                .isEqualTo("400 InvalidPart");
        assertThat(multipart.complete(id, Multipart.listed(1, bare)).status())
                .as("without quotes")
                .isEqualTo(200);
        assertThat(multipart
                        .complete(id, Multipart.listed(1, "93b885adfe0da089cdf634904fd59f71"))
                        .status())
                .as("an MD5")
                .isEqualTo(200);
    }

    @Test
    void needsNoTags() {
        String id = multipart.begin();
        multipart.sent(id, 1, "x");

        assertThat(multipart
                        .complete(id, "<Part><PartNumber>1</PartNumber></Part>")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<CompleteMultipartUpload/>",
                "<CompleteMultipartUpload></CompleteMultipartUpload>",
                "<Complete><Part><PartNumber>1</PartNumber></Part></Complete>",
                "<CompleteMultipartUpload><Part><ETag>x</ETag></Part></CompleteMultipartUpload>",
                "<CompleteMultipartUpload><Part><PartNumber>one</PartNumber></Part></CompleteMultipartUpload>",
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><Size>1</Size></Part></CompleteMultipartUpload>",
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part>",
                "<!DOCTYPE x><CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>",
            })
    void refusesPayloadsThatAreNotOfItsSchema(String payload) {
        String id = multipart.begin();
        multipart.sent(id, 1, "x");

        assertThat(CLIENT.sendText("POST", object + "?uploadId=" + id, payload).error())
                .isEqualTo("400 MalformedXML");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void refusesMorePartsThanThereCanBe() {
        String parts = IntStream.rangeClosed(1, 10_001)
                .mapToObj(number -> Multipart.listed(number, "\"x\""))
                .collect(Collectors.joining());

        assertThat(multipart.complete(multipart.begin(), parts).error()).isEqualTo("400 MalformedXML");
    }

    @Test
    void takesAsManyPartsAsThereCanBe() {
        String parts = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> Multipart.listed(number, '"' + OTHER_HASH + "-1\""))
                .collect(Collectors.joining());

        assertThat(multipart.complete(multipart.begin(), parts).error())
                .as("read to its end, none of them came")
                .isEqualTo("400 InvalidPart");
    }

    @Test
    void refusesPartNumbersThatAreNone() {
        assertThat(multipart
                        .complete(multipart.begin(), Multipart.listed(0, "x"))
                        .error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void refusesAPayloadThatIsNotWhatItsDigestSays() {
        String id = multipart.begin();
        String part = multipart.sent(id, 1, "x");

        assertThat(multipart
                        .complete(id, part, "Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")
                        .error())
                .isEqualTo("400 BadDigest");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void takesChecksumHeadersForThoseOfTheObject() {
        String id = multipart.begin("x-amz-checksum-algorithm", "SHA256");
        String part = multipart.sent(id, 1, KILOBYTE, SHA256, KILOBYTE_SHA256);

        assertThat(multipart.complete(id, part, SHA256, "bad").error()).isEqualTo("400 BadDigest");
        assertThat(multipart.complete(id, part, SHA256, KILOBYTE_SHA256).error())
                .as("of the part")
                .isEqualTo("400 BadDigest");
        Reply completed = multipart.complete(id, part, SHA256, KILOBYTE_COMPOSITE);

        assertThat(completed.xml().text("ChecksumSHA256")).isEqualTo(KILOBYTE_COMPOSITE);
        assertThat(completed.xml().text("ChecksumType")).isEqualTo("COMPOSITE");
        assertThat(CLIENT.send("HEAD", object, "x-amz-checksum-mode", "ENABLED").header(SHA256))
                .contains(KILOBYTE_COMPOSITE);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256, COMPOSITE, uWBwpe1dxI4Vw8Gf0X9ynOdw/SS6VBzfWm9giiv1sf4=-3",
        "SHA1, COMPOSITE, sizjvY4eud3MrcHdZM3cQ/ol39o=-3",
        "CRC64NVME, FULL_OBJECT, i+6LR0y3eFo=",
        "CRC32, FULL_OBJECT, WgDhBQ==",
        "CRC32C, FULL_OBJECT, xU+Krw==",
    })
    void makesTheChecksumThatOthersMakeOfTheSameParts(String algorithm, String type, String expected) {
        String id = multipart.begin("x-amz-checksum-algorithm", algorithm, "x-amz-checksum-type", type);
        String parts = multipart.sent(id, 1, "A".repeat(Multipart.MIN_PART))
                + multipart.sent(id, 2, "B".repeat(Multipart.MIN_PART))
                + multipart.sent(id, 3, "C".repeat(Multipart.MIN_PART));

        Reply completed = multipart.complete(
                id,
                parts,
                "x-amz-checksum-" + algorithm,
                expected,
                "x-amz-checksum-type",
                type,
                "x-amz-mp-object-size",
                Integer.toString(3 * Multipart.MIN_PART));

        assertThat(completed.xml().text("Checksum" + algorithm)).isEqualTo(expected);
        assertThat(completed.xml().text("ChecksumType")).isEqualTo(type);
    }

    @Test
    void comparesTheChecksumsThatTheListTells() {
        String id = multipart.begin("x-amz-checksum-algorithm", "SHA256");
        multipart.sent(id, 1, KILOBYTE);
        String part = "<Part><PartNumber>1</PartNumber><ChecksumSHA256>%s</ChecksumSHA256></Part>";

        assertThat(multipart
                        .complete(id, part.formatted("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="))
                        .error())
                .isEqualTo("400 InvalidPart");
        assertThat(multipart.complete(id, part.formatted("none")).error()).isEqualTo("400 InvalidPart");
        assertThat(multipart.complete(id, part.formatted(KILOBYTE_SHA256)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-mp-object-size, 2, 400 InvalidRequest",
        "x-amz-mp-object-size, many, 400 InvalidRequest",
        "x-amz-checksum-type, FULL, 400 InvalidRequest",
        "x-amz-checksum-md4, x, 400 InvalidRequest",
        "x-amz-checksum-crc32, JRTCyQ==, 400 InvalidRequest",
        "If-Match, '', 400 InvalidArgument",
    })
    void refusesExpectationsThatDoNotHold(String header, String value, String error) {
        String id = multipart.begin();
        String part = multipart.sent(id, 1, "x");

        assertThat(multipart.complete(id, part, header, value).error()).isEqualTo(error);
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void refusesToExpectTwoChecksums() {
        String id = multipart.begin();

        assertThat(multipart
                        .complete(
                                id,
                                multipart.sent(id, 1, "x"),
                                SHA256,
                                KILOBYTE_SHA256,
                                "x-amz-checksum-crc32",
                                "JRTCyQ==")
                        .error())
                .isEqualTo("400 InvalidRequest");
    }

    @Test
    void replacesAnObjectOnlyOnItsConditions() {
        assertThat(conditional("If-Match", "*").error()).isEqualTo("404 NoSuchKey");
        assertThat(conditional("If-Match", "badetag").error()).isEqualTo("404 NoSuchKey");
        String etag = conditional("If-None-Match", "*").xml().text("ETag");

        assertThat(conditional("If-None-Match", "*").error()).isEqualTo("412 PreconditionFailed");
        assertThat(conditional("If-None-Match", etag).error()).isEqualTo("412 PreconditionFailed");
        assertThat(conditional("If-Match", "badetag").error()).isEqualTo("412 PreconditionFailed");
        assertThat(conditional("If-Match", etag).status()).isEqualTo(200);
        assertThat(conditional("If-None-Match", "badetag").status()).isEqualTo(200);
    }

    private Reply conditional(String header, String value) {
        String id = multipart.begin();
        return multipart.complete(id, multipart.sent(id, 1, "abc"), header, value);
    }
}
