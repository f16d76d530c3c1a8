package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketActionsTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    @Test
    void createsABucketOnceAndSaysWhereItIs() {
        String bucket = RunningGateway.unusedBucket();

        Reply created = CLIENT.send("PUT", "/" + bucket);

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("location")).contains("/" + bucket);
        assertThat(CLIENT.send("PUT", "/" + bucket).error()).isEqualTo("409 BucketAlreadyOwnedByYou");
    }

    @Test
    void listsBucketsByTheNamesUnderWhichTheyWork() {
        String bucket = GATEWAY.newBucket();

        XmlTree page = CLIENT.send("GET", "/?prefix=" + bucket).xml();

        assertThat(page.name()).isEqualTo("ListAllMyBucketsResult");
        assertThat(page.namespace()).isEqualTo("http://s3.amazonaws.com/doc/2006-03-01/");
        assertThat(page.texts("Buckets/Bucket/Name")).containsExactly(bucket);
        assertThat(page.text("Buckets/Bucket/CreationDate"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z");
        assertThat(page.text("Owner/DisplayName")).isEqualTo("pachyderm");
        assertThat(CLIENT.send("HEAD", "/" + bucket).status()).isEqualTo(200);
    }

    @Test
    void listsBucketsInPages() {
        String first = GATEWAY.newBucket();
        GATEWAY.newBucket();

        XmlTree page = CLIENT.send("GET", "/?max-buckets=1").xml();
        String next = "/?max-buckets=1000&continuation-token=" + page.text("ContinuationToken");

        assertThat(page.texts("Buckets/Bucket/Name")).hasSize(1);
        assertThat(CLIENT.send("GET", next).xml().texts("Buckets/Bucket/Name"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(page.texts("Buckets/Bucket/Name"));
        assertThat(CLIENT.send("GET", "/?prefix=" + first).xml().texts("ContinuationToken"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "99999999999"})
    void refusesPagesOfBucketsThatCannotBe(String maxBuckets) {
        assertThat(CLIENT.send("GET", "/?max-buckets=" + maxBuckets).error()).isEqualTo("400 InvalidArgument");
    }

    @Test
    void refusesATokenOfBucketsThatItDidNotMake() {
        assertThat(CLIENT.send("GET", "/?continuation-token=bm9uc2Vuc2U").error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void deletesABucketWithWhateverItHolds() {
        String bucket = GATEWAY.newBucket();
        CLIENT.put(bucket, "key", "content");

        assertThat(CLIENT.send("DELETE", "/" + bucket).status()).isEqualTo(204);
        assertThat(CLIENT.send("HEAD", "/" + bucket).status()).isEqualTo(404);
        assertThat(CLIENT.send("DELETE", "/" + bucket).error()).isEqualTo("404 NoSuchBucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", ".b", "b.", "a.b.c.d", "b%20c", "%C3%A9"})
    void refusesNamesThatAreNoBuckets(String bucket) {
        assertThat(CLIENT.send("PUT", "/" + bucket).error()).isEqualTo("400 InvalidBucketName");
        assertThat(CLIENT.send("GET", "/" + bucket).error()).isEqualTo("400 InvalidBucketName");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /master.missing, 404 NoSuchBucket",
        "GET, /master.missing?location, 404 NoSuchBucket",
        "PUT, /master.b.missing-project, 404 NoSuchBucket",
        "POST, /, 405 MethodNotAllowed",
        "POST, /master.missing?delete&acl, 400 InvalidArgument",
        "PATCH, /master.missing, 405 MethodNotAllowed",
        "BREW, /master.missing/key, 405 MethodNotAllowed",
        "OPTIONS, /master.missing, 403 AccessForbidden",
    })
    void refusesWhatMeansNothing(String method, String target, String error) {
        assertThat(CLIENT.send(method, target).error()).isEqualTo(error);
    }

    @Test
    void acceptsAnyRegionAndRefusesWhatIsNoConfiguration() {
        String named = "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
        String tagged = "<CreateBucketConfiguration><Tags/></CreateBucketConfiguration>";

        assertThat(CLIENT.sendText("PUT", "/" + RunningGateway.unusedBucket(), named)
                        .status())
                .isEqualTo(200);
        assertThat(CLIENT.sendText("PUT", "/" + RunningGateway.unusedBucket(), tagged)
                        .error())
                .isEqualTo("400 MalformedXML");
        assertThat(CLIENT.sendText("PUT", "/" + RunningGateway.unusedBucket(), "region=eu")
                        .error())
                .isEqualTo("400 MalformedXML");
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-acl, public-read, 400 AccessControlListNotSupported",
        "x-amz-acl, nonsense, 400 InvalidArgument",
        "x-amz-grant-read, id=1, 400 AccessControlListNotSupported",
        "x-amz-bucket-object-lock-enabled, true, 501 NotImplemented",
        "x-amz-object-ownership, ObjectWriter, 501 NotImplemented",
        "x-amz-expected-bucket-owner, 123456789012, 403 AccessDenied",
    })
    void makesNoBucketWhoseWishesItCannotHonour(String header, String value, String error) {
        String bucket = RunningGateway.unusedBucket();

        assertThat(CLIENT.send("PUT", "/" + bucket, header, value).error()).isEqualTo(error);
        assertThat(CLIENT.send("HEAD", "/" + bucket).status()).isEqualTo(404);
    }

    @Test
    void acceptsWishesThatHoldAnyway() {
        String bucket = RunningGateway.unusedBucket();

        Reply created = CLIENT.send(
                "PUT",
                "/" + bucket,
                "x-amz-acl",
                "private",
                "x-amz-object-ownership",
                "BucketOwnerEnforced",
                "x-amz-bucket-object-lock-enabled",
                "false");

        assertThat(created.status()).isEqualTo(200);
    }

    @Test
    void refusesToMakeABucketThatNamesACommit() {
        String commit = "0123456789ab4def8123456789abcdef";

        assertThat(CLIENT.send("PUT", "/" + commit + ".master.x").error()).isEqualTo("403 AccessDenied");
        assertThat(CLIENT.send("PUT", "/" + commit + "." + commit + ".x").status())
                .isIn(400, 403);
    }
}
