package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingActionsTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private static String bucketWith(String... keys) {
        String bucket = GATEWAY.newBucket();
        for (String key : keys) {
            CLIENT.put(bucket, key, key);
        }
        return bucket;
    }

    private static XmlTree list(String bucket, String query) {
        return CLIENT.send("GET", "/" + bucket + "?" + query).xml();
    }

    @Test
    void listsEachObjectWithAllThatS3Tells() {
        String bucket = bucketWith("key");

        XmlTree page = list(bucket, "");

        assertThat(page.name()).isEqualTo("ListBucketResult");
        assertThat(page.names()).containsExactly("Name", "Prefix", "Marker", "MaxKeys", "IsTruncated", "Contents");
        assertThat(page.text("Name")).isEqualTo(bucket);
        assertThat(page.text("Contents/ETag"))
                .isEqualTo(CLIENT.send("HEAD", "/" + bucket + "/key")
                        .header("etag")
                        .orElseThrow());
        assertThat(page.text("Contents/Size")).isEqualTo("3");
        assertThat(page.text("Contents/StorageClass")).isEqualTo("STANDARD");
        assertThat(page.text("Contents/Owner/ID")).isEqualTo("0".repeat(32));
        assertThat(page.text("Contents/LastModified")).endsWith(".000Z");
    }

    @Test
    void rollsUpWhatLiesBehindADelimiter() {
        String bucket = bucketWith("a", "b/1", "b/2", "c-1", "c-2");

        assertThat(list(bucket, "delimiter=/").texts("CommonPrefixes/Prefix")).containsExactly("b/");
        assertThat(list(bucket, "delimiter=/").texts("Contents/Key")).containsExactly("a", "c-1", "c-2");
        assertThat(list(bucket, "delimiter=-").texts("CommonPrefixes/Prefix")).containsExactly("c-");
        assertThat(list(bucket, "prefix=b/&delimiter=/").texts("Contents/Key")).containsExactly("b/1", "b/2");
    }

    @Test
    void goesOnBehindTheMarkerThatEachPageNames() {
        String bucket = bucketWith("a", "b/1", "b/2", "c");
        List<String> names = new ArrayList<>();
        String marker = "";
        boolean more = true;
        while (more) {
            XmlTree page = list(bucket, "max-keys=1&delimiter=/&marker=" + marker);
            names.addAll(page.texts("Contents/Key"));
            names.addAll(page.texts("CommonPrefixes/Prefix"));
            more = Boolean.parseBoolean(page.text("IsTruncated"));
            marker = more ? page.text("NextMarker") : "";
        }

        assertThat(names).containsExactly("a", "b/", "c");
    }

    @Test
    void goesOnByTokenAtTheCommitOfTheFirstPage() {
        String bucket = bucketWith("a", "b", "c");
        XmlTree first = list(bucket, "list-type=2&max-keys=2");
        CLIENT.put(bucket, "bb", "late");

        XmlTree second = list(bucket, "list-type=2&continuation-token=" + first.text("NextContinuationToken"));

        assertThat(first.texts("Contents/Key")).containsExactly("a", "b");
        assertThat(first.text("KeyCount")).isEqualTo("2");
        assertThat(first.texts("Contents/Owner")).isEmpty();
        assertThat(second.texts("Contents/Key")).containsExactly("c");
        assertThat(second.text("IsTruncated")).isEqualTo("false");
        assertThat(list(bucket, "list-type=2&start-after=b&fetch-owner=true").texts("Contents/Owner/DisplayName"))
                .containsExactly("pachyderm", "pachyderm");
    }

    @Test
    void refusesTokensOfOtherBucketsAndAlteredOnes() {
        String bucket = bucketWith("a", "b");
        String token = list(bucket, "list-type=2&max-keys=1").text("NextContinuationToken");
        String altered = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);

        for (String target : List.of(
                "/" + bucketWith("a") + "?list-type=2&continuation-token=" + token,
                "/" + bucket + "?list-type=2&continuation-token=" + altered)) {
            assertThat(CLIENT.send("GET", target).error()).isEqualTo("400 InvalidArgument");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-keys=-1",
                "max-keys=x",
                "max-keys=2147483648",
                "encoding-type=base64",
                "list-type=3",
                "allow-unordered=true&delimiter=/"
            })
    void refusesParametersThatCannotBe(String query) {
        assertThat(CLIENT.send("GET", "/" + GATEWAY.newBucket() + "?" + query).error())
                .isEqualTo("400 InvalidArgument");
    }

    @ParameterizedTest
    @CsvSource({"list-type=2&max-keys=0", "max-keys=0", "versions&max-keys=0"})
    void givesAnEmptyPageToWhoeverAsksForNone(String query) {
        XmlTree page = list(bucketWith("a"), query);

        assertThat(page.text("IsTruncated")).isEqualTo("false");
        assertThat(page.texts("Contents")).isEmpty();
        assertThat(page.texts("Version")).isEmpty();
    }

    @Test
    void capsPagesAtAThousand() {
        assertThat(list(bucketWith("a"), "max-keys=5000").text("MaxKeys")).isEqualTo("1000");
    }

    @Test
    void encodesNamesWhereItIsAskedTo() {
        String bucket = bucketWith("a%20b", "%01", "c%2Bd/x", "caf%C3%A9", "%25");

        XmlTree page = list(bucket, "encoding-type=url&delimiter=/");

        assertThat(page.texts("Contents/Key")).containsExactly("%01", "%25", "a%20b", "caf%C3%A9");
        assertThat(page.texts("CommonPrefixes/Prefix")).containsExactly("c%2Bd/");
        assertThat(page.text("EncodingType")).isEqualTo("url");
        assertThat(page.text("Delimiter")).isEqualTo("/");
    }

    @Test
    void givesNamesThatXmlCannotCarryAsReferencesAndNeverFails() {
        String bucket = bucketWith("%01%0A%3C%26%22", "%F0%9F%98%80");

        Reply page = CLIENT.send("GET", "/" + bucket);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<Key>&#x1;&#xa;&lt;&amp;&quot;</Key>").contains("<Key>\ud83d\ude00</Key>");
    }

    @Test
    void listsVersionsAndDeletionsNewestFirst() {
        String bucket = GATEWAY.newBucket();
        String first = CLIENT.put(bucket, "key", "1");
        String second = CLIENT.put(bucket, "key", "22");
        String deletion = CLIENT.send("DELETE", "/" + bucket + "/key")
                .header("x-amz-version-id")
                .orElseThrow();

        XmlTree page = list(bucket, "versions");

        assertThat(page.name()).isEqualTo("ListVersionsResult");
        assertThat(page.texts("DeleteMarker/VersionId")).containsExactly(deletion);
        assertThat(page.texts("DeleteMarker/IsLatest")).containsExactly("true");
        assertThat(page.texts("Version/VersionId")).containsExactly(second, first);
        assertThat(page.texts("Version/Size")).containsExactly("2", "1");
        assertThat(page.texts("Version/IsLatest")).containsExactly("false", "false");
    }

    @Test
    void goesOnBehindAVersionOfAKey() {
        String bucket = GATEWAY.newBucket();
        String first = CLIENT.put(bucket, "key", "1");
        String second = CLIENT.put(bucket, "key", "2");

        XmlTree page = list(bucket, "versions&max-keys=1");
        XmlTree next = list(
                bucket,
                "versions&key-marker=" + page.text("NextKeyMarker") + "&version-id-marker="
                        + page.text("NextVersionIdMarker"));

        assertThat(page.texts("Version/VersionId")).containsExactly(second);
        assertThat(next.texts("Version/VersionId")).containsExactly(first);
        assertThat(next.text("KeyMarker")).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"version-id-marker=null&key-marker=k", "version-id-marker=0123456789ab4def8123456789abcdef"})
    void refusesVersionMarkersThatNameNothing(String query) {
        assertThat(CLIENT.send("GET", "/" + GATEWAY.newBucket() + "?versions&" + query)
                        .error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void listsAThousandKeysWholeAndInOrder() {
        String bucket = GATEWAY.newBucket();
        List<String> keys =
                IntStream.range(0, 1001).mapToObj("key-%04d"::formatted).toList();
        keys.forEach(key -> CLIENT.put(bucket, key, ""));

        XmlTree page = list(bucket, "list-type=2");

        assertThat(page.texts("Contents/Key")).isEqualTo(keys.subList(0, 1000));
        assertThat(page.text("IsTruncated")).isEqualTo("true");
    }
}
