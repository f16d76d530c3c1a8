package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures by version 2, with the examples that "Signing and Authenticating REST Requests" prints. */
class Version2Test {
    private static final String DATE = "Tue, 27 Mar 2007 19:36:42 +0000";
    private static final String GOOD = "bWq2s1WEIj+Ydj0vQ697zp+IXMU=";
    private static final String SIGNED_URL =
            "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620";

    private static SignatureResult verify(Instant now, SignedRequest request) {
        return new SignatureVerifier(Clock.fixed(now, ZoneOffset.UTC), PublishedExamples::secretOf, true)
                .verify(request);
    }

    private static SignedRequest request(String method, String target, String bucket, RequestHeaders.Builder headers) {
        int mark = target.indexOf('?');
        return new SignedRequest(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers.build(),
                Optional.of(bucket).filter(name -> !name.isEmpty()));
    }

    private static RequestHeaders.Builder signed(String date, String signature) {
        return RequestHeaders.builder()
                .add("Date", date)
                .add("Authorization", "AWS " + PublishedExamples.ACCESS_KEY + ":" + signature);
    }

    private static SignatureProblem problem(SignatureResult result) {
        assertThat(result).isInstanceOf(SignatureResult.Refused.class);
        return ((SignatureResult.Refused) result).problem();
    }

    private static SignatureProblem problemOfHeaders(RequestHeaders.Builder headers) {
        return problem(verify(
                Instant.parse("2007-03-27T19:40:00Z"), request("GET", "/photos/puppy.jpg", "johnsmith", headers)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/photos/puppy.jpg|johnsmith|''|2007-03-27T19:36:42Z|" + DATE + "|" + GOOD,
                "GET|/photos/puppy.jpg|awsexamplebucket1|''|2007-03-27T19:36:42Z|" + DATE
                        + "|qgk2+6Sv9/oM7G3qLEjTH1a1l1g=",
                "PUT|/photos/puppy.jpg|johnsmith|image/jpeg|2007-03-27T21:15:45Z|Tue, 27 Mar 2007 21:15:45 +0000"
                        + "|MyyxeRY7whkBe+bq8fHCL/2kKUg=",
                "GET|/?prefix=photos&max-keys=50&marker=puppy|johnsmith|''|2007-03-27T19:42:41Z"
                        + "|Tue, 27 Mar 2007 19:42:41 +0000|htDYFYduRNen8P9ZfE/s9SuKy0U=",
                "GET|/?acl|johnsmith|''|2007-03-27T19:44:46Z|Tue, 27 Mar 2007 19:44:46 +0000"
                        + "|c2WLPFtWHVgbEmeEG93a4cG37dM=",
                "GET|/|''|''|2007-03-28T01:29:59Z|Wed, 28 Mar 2007 01:29:59 +0000|qGdzdERIC03wnaRNKh6OqZehG9s=",
                "GET|/dictionary/fran%C3%A7ais/pr%c3%a9f%c3%a8re|''|''|2007-03-28T01:49:49Z"
                        + "|Wed, 28 Mar 2007 01:49:49 +0000|DNEZGsoieTZ92F3bUfSPQcbGmlM=",
            })
    void takesThePublishedExamples(
            String method, String target, String bucket, String type, Instant now, String date, String signature) {
        RequestHeaders.Builder headers = signed(date, signature);
        if (!type.isEmpty()) {
            headers.add("Content-Type", type);
        }
        SignatureResult result = verify(now, request(method, target, bucket, headers));

        assertThat(result).isInstanceOfSatisfying(SignatureResult.Verified.class, verified -> {
            assertThat(verified.accessKey()).isEqualTo(PublishedExamples.ACCESS_KEY);
            assertThat(verified.form()).isEqualTo(SignatureForm.HEADER);
            assertThat(verified.signing()).isEmpty();
        });
    }

    @Test
    void takesThePublishedExampleOfAnUploadWithRepeatedHeaders() {
        RequestHeaders.Builder headers = signed("Tue, 27 Mar 2007 21:06:08 +0000", "ilyl83RwaSoYIEdixDQcA4OnAnc=")
                .add("x-amz-acl", "public-read")
                .add("content-type", "application/x-download")
                .add("Content-MD5", "4gJE4saaMU4BqNR0kLY+lw==")
                .add("X-Amz-Meta-ReviewedBy", "joe@johnsmith.net")
                .add("X-Amz-Meta-ReviewedBy", " jane@johnsmith.net")
                .add("X-Amz-Meta-FileChecksum", "0x02661779")
                .add("X-Amz-Meta-ChecksumAlgorithm", "crc32")
                .add("Content-Disposition", "attachment; filename=database.dat");

        assertThat(verify(
                        Instant.parse("2007-03-27T21:06:08Z"),
                        request("PUT", "/db-backup.dat.gz", "static.johnsmith.net", headers)))
                .isInstanceOf(SignatureResult.Verified.class);
    }

    @Test
    void takesTheAmzDateInPlaceOfTheDate() {
        RequestHeaders.Builder headers = signed("Tue, 27 Mar 2007 21:20:27 +0000", "R4dJ53KECjStyBO5iTBJZ4XVOaI=")
                .add("x-amz-date", "Tue, 27 Mar 2007 21:20:26 +0000");

        assertThat(verify(
                        Instant.parse("2007-03-27T21:20:26Z"),
                        request("DELETE", "/johnsmith/photos/puppy.jpg", "", headers)))
                .isInstanceOf(SignatureResult.Verified.class);
    }

    @Test
    void takesASignedUrlUntilItsEnd() {
        SignedRequest link = request("GET", "/photos/puppy.jpg?" + SIGNED_URL, "johnsmith", RequestHeaders.builder());

        assertThat(verify(Instant.ofEpochSecond(1175139620), link))
                .isInstanceOfSatisfying(
                        SignatureResult.Verified.class,
                        verified -> assertThat(verified.form()).isEqualTo(SignatureForm.QUERY));
        assertThat(problem(verify(Instant.ofEpochSecond(1175139621), link))).isEqualTo(SignatureProblem.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?acl", "?versionId=x", "?response-content-type=text/html", "?uploads"})
    void signsWhatMakesAnotherResource(String query) {
        assertThat(problem(verify(
                        Instant.parse("2007-03-27T19:36:42Z"),
                        request("GET", "/photos/puppy.jpg" + query, "johnsmith", signed(DATE, GOOD)))))
                .isEqualTo(SignatureProblem.SIGNATURE_MISMATCH);
    }

    @Test
    void signsOverridesAsTheyMean() {
        String text =
                "GET\n\n\n1175139620\n/b/k?acl&response-content-disposition=attachment; filename=\"a b\"&versionId=7";
        String signature = sign(text);
        String target =
                "/b/k?versionId=7&response-content-disposition=attachment%3B%20filename%3D%22a%20b%22&acl&AWSAccessKeyId="
                        + PublishedExamples.ACCESS_KEY + "&Expires=1175139620&Signature=" + signature;

        assertThat(verify(Instant.ofEpochSecond(1175139000), request("GET", target, "", RequestHeaders.builder())))
                .isInstanceOf(SignatureResult.Verified.class);
    }

    private static String sign(String text) {
        return Base64.getEncoder()
                .encodeToString(Hashes.hmacSha1(PublishedExamples.SECRET.getBytes(UTF_8), text.getBytes(UTF_8)))
                .replace("+", "%2B");
    }

    @Test
    void signsTheBucketOfTheHost() {
        assertThat(problem(verify(
                        Instant.parse("2007-03-27T19:36:42Z"),
                        request("GET", "/photos/puppy.jpg", "another", signed(DATE, GOOD)))))
                .isEqualTo(SignatureProblem.SIGNATURE_MISMATCH);
    }

    @Test
    void refusesWhatIsNoDateOrTooFarFromNow() {
        assertThat(problemOfHeaders(signed("yesterday", GOOD))).isEqualTo(SignatureProblem.MISSING_DATE);
        assertThat(problemOfHeaders(signed(DATE, GOOD).add("x-amz-date", ""))).isEqualTo(SignatureProblem.MISSING_DATE);
        assertThat(problemOfHeaders(signed("Tue, 07 Jul 1950 21:53:04 GMT", GOOD)))
                .isEqualTo(SignatureProblem.MISSING_DATE);
        assertThat(problemOfHeaders(signed("Mon, 07 Jul 2010 21:53:04 GMT", GOOD)))
                .isEqualTo(SignatureProblem.TIME_SKEWED);
        assertThat(problemOfHeaders(signed("Tue, 27 Mar 2007 19:56:42 GMT", GOOD)))
                .isEqualTo(SignatureProblem.TIME_SKEWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS HAHAHA", "AWS :x", "AWS A:", "AWS "})
    void refusesAHeaderWithoutKeyAndSignature(String authorization) {
        SignatureResult result = verify(
                Instant.parse("2007-03-27T19:36:42Z"),
                request(
                        "GET",
                        "/",
                        "",
                        RequestHeaders.builder().add("Date", DATE).add("Authorization", authorization)));
        assertThat(problem(result)).isIn(SignatureProblem.MALFORMED_VERSION_2, SignatureProblem.UNSUPPORTED);
    }

    @Test
    void refusesAnUnknownKeyAndAnAddedHeader() {
        RequestHeaders.Builder stranger =
                RequestHeaders.builder().add("Date", DATE).add("Authorization", "AWS NOBODY:" + GOOD);
        assertThat(problemOfHeaders(stranger)).isEqualTo(SignatureProblem.INVALID_ACCESS_KEY);
        assertThat(problemOfHeaders(signed(DATE, GOOD).add("x-amz-meta-more", "1")))
                .isEqualTo(SignatureProblem.SIGNATURE_MISMATCH);
    }

    @Test
    void refusesChunksThatNobodyCouldCheck() {
        assertThat(problemOfHeaders(
                        signed(DATE, GOOD).add("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")))
                .isEqualTo(SignatureProblem.BAD_CONTENT_SHA256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSAccessKeyId=A&Signature=x",
                "AWSAccessKeyId=A&Signature=x&Expires=soon",
                "AWSAccessKeyId=A&Expires=9999999999",
                "Signature=x&Expires=9999999999",
                "AWSAccessKeyId=A&SIgnature=x&Expires=9999999999",
                "AWSAccessKeyId=A&Signature=x&expires=9999999999",
                "AWSAccessKeyId=A&AWSAccessKeyId=B&Signature=x&Expires=9999999999"
            })
    void refusesAQueryThatLacksAPart(String query) {
        assertThat(problem(verify(Instant.EPOCH, request("GET", "/k?" + query, "", RequestHeaders.builder()))))
                .isEqualTo(SignatureProblem.MALFORMED_VERSION_2_QUERY);
    }

    @Test
    void refusesTwoSignaturesAtOnce() {
        assertThat(problem(verify(Instant.EPOCH, request("GET", "/k?" + SIGNED_URL, "johnsmith", signed(DATE, GOOD)))))
                .isEqualTo(SignatureProblem.SEVERAL_MECHANISMS);
    }

    @Test
    void isRefusedUnlessSwitchedOn() {
        SignatureVerifier version4Only = PublishedExamples.verifier();
        for (SignedRequest request : new SignedRequest[] {
            request("GET", "/photos/puppy.jpg", "johnsmith", signed(DATE, GOOD)),
            request("GET", "/photos/puppy.jpg?" + SIGNED_URL, "johnsmith", RequestHeaders.builder())
        }) {
            assertThat(version4Only.verify(request)).isInstanceOfSatisfying(SignatureResult.Refused.class, refused -> {
                assertThat(refused.problem()).isEqualTo(SignatureProblem.UNSUPPORTED);
                assertThat(refused.message())
                        .isEqualTo("The authorization mechanism you have provided is not supported."
                                + " Please use AWS4-HMAC-SHA256.");
            });
        }
    }
}
