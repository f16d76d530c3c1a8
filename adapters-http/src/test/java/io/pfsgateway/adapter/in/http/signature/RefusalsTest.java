package io.pfsgateway.adapter.in.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.signature.SignatureResult.Refused;
import io.pfsgateway.adapter.in.http.signature.SignatureResult.Verified;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and as what. */
final class RefusalsTest {
    private static final String NAMES = "host;x-amz-content-sha256;x-amz-date";
    private static final String SCOPE = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
    private static final String ANY_SIGNATURE = "0".repeat(64);

    @Nested
    final class InTheHeader {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "AWS4-HMAC-SHA256",
                    "AWS4-HMAC-SHA256 ",
                    "AWS4-HMAC-SHA256 Credential",
                    "AWS4-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130524/us-east-1/s3/aws4_request,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130524/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=",
                    "AWS4-HMAC-SHA256 Credential=A/20130524/us-east-1/s3/aws4_request,SignedHeaders=;,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;a;host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/2013/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130524//s3/aws4_request,SignedHeaders=host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130524/us-east-1/ec2/aws4_request,SignedHeaders=host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130524/us-east-1/s3/aws5_request,SignedHeaders=host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=/20130524/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=0",
                    "AWS4-HMAC-SHA256 Credential=A/20130523/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=0",
                })
        void refusesAMalformedHeader(String authorization) {
            assertRefused(headers(authorization), SignatureProblem.MALFORMED_AUTHORIZATION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "AWS AKIAIOSFODNN7EXAMPLE:c2lnbmF0dXJl",
                    "AWS4-ECDSA-P256-SHA256 Credential=A/20130524/s3/aws4_request",
                    "Bearer token",
                    "Basic dTpw",
                })
        void refusesOtherSchemes(String authorization) {
            assertRefused(headers(authorization), SignatureProblem.UNSUPPORTED);
        }

        @Test
        void refusesTwoAuthorizationHeaders() {
            String authorization = authorization(NAMES);
            assertRefused(
                    headers(authorization).add("authorization", authorization),
                    SignatureProblem.MALFORMED_AUTHORIZATION);
        }

        @Test
        void refusesAnUnknownAccessKey() {
            assertRefused(
                    headers("AWS4-HMAC-SHA256 Credential=no/body/20130524/us-east-1/s3/aws4_request, SignedHeaders="
                            + NAMES + ", Signature=" + ANY_SIGNATURE),
                    SignatureProblem.INVALID_ACCESS_KEY);
        }

        @Test
        void refusesAWrongSignatureAndShowsWhatWasSigned() {
            SignatureResult result = verify("", headers(authorization(NAMES)));

            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.problem()).isEqualTo(SignatureProblem.SIGNATURE_MISMATCH);
                assertThat(refused.details().get("StringToSign"))
                        .startsWith("AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n");
                assertThat(refused.details()).containsKeys("CanonicalRequest", "SignatureProvided", "AWSAccessKeyId");
            });
        }

        @Test
        void refusesAnUnsignedHost() {
            assertRefused(
                    headers(authorization("x-amz-content-sha256;x-amz-date")), SignatureProblem.HEADERS_NOT_SIGNED);
        }

        @Test
        void refusesAnUnsignedAmzHeaderByName() {
            SignatureResult result = verify("", headers(authorization(NAMES)).add("X-Amz-Copy-Source", "/secret/key"));

            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.problem()).isEqualTo(SignatureProblem.HEADERS_NOT_SIGNED);
                assertThat(refused.details()).containsEntry("HeadersNotSigned", "x-amz-copy-source");
            });
        }

        @Test
        void requiresTheHashOfTheBody() {
            RequestHeaders.Builder headers = RequestHeaders.builder()
                    .add("host", "h")
                    .add("x-amz-date", "20130524T000000Z")
                    .add("authorization", authorization("host;x-amz-date"));
            assertRefused(headers, SignatureProblem.MISSING_SECURITY_HEADER);
        }

        @ParameterizedTest
        @CsvSource({
            "garbage, BAD_CONTENT_SHA256",
            "e3b0, BAD_CONTENT_SHA256",
            "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, UNSUPPORTED",
            "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER, UNSUPPORTED",
        })
        void refusesADeclarationThatItDoesNotKnow(String declared, SignatureProblem problem) {
            RequestHeaders.Builder headers = RequestHeaders.builder()
                    .add("host", "h")
                    .add("x-amz-date", "20130524T000000Z")
                    .add("x-amz-content-sha256", declared)
                    .add("authorization", authorization(NAMES));
            assertRefused(headers, problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "yesterday", "20131324T000000Z", "20130524T000000"})
        void refusesADateThatCannotBeRead(String date) {
            RequestHeaders.Builder headers = RequestHeaders.builder()
                    .add("host", "h")
                    .add("x-amz-date", date)
                    .add("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                    .add("authorization", authorization(NAMES));
            assertRefused(headers, SignatureProblem.MISSING_DATE);
        }

        @Test
        void refusesARequestWithoutADate() {
            RequestHeaders.Builder headers = RequestHeaders.builder()
                    .add("host", "h")
                    .add("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                    .add("authorization", authorization("host;x-amz-content-sha256"));
            assertRefused(headers, SignatureProblem.MISSING_DATE);
        }

        @Test
        void takesTheDateHeaderWhereThereIsNoAmzDate() {
            String names = "date;host;x-amz-content-sha256";
            String canonical = "GET\n/k\n\ndate:Fri, 24 May 2013 00:00:00 GMT\nhost:h\n"
                    + "x-amz-content-sha256:UNSIGNED-PAYLOAD\n\n" + names + "\nUNSIGNED-PAYLOAD";
            String signature = HandSigned.signature("20130524T000000Z", "us-east-1", canonical);
            RequestHeaders.Builder headers = RequestHeaders.builder()
                    .add("host", "h")
                    .add("date", "Fri, 24 May 2013 00:00:00 GMT")
                    .add("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                    .add("authorization", PublishedExamples.authorization(names, signature));

            assertThat(verify("", headers)).isInstanceOf(Verified.class);
        }

        @Test
        void toleratesAQuarterOfAnHourAndNoMore() {
            Duration tolerated = Duration.ofMinutes(15);
            SignedRequest request = PublishedExamples.getObject();

            assertThat(at(tolerated).verify(request)).isInstanceOf(Verified.class);
            assertThat(at(tolerated.negated()).verify(request)).isInstanceOf(Verified.class);
            assertProblem(at(tolerated.plusSeconds(1)).verify(request), SignatureProblem.TIME_SKEWED);
            assertProblem(at(tolerated.plusSeconds(1).negated()).verify(request), SignatureProblem.TIME_SKEWED);
        }

        private SignatureVerifier at(Duration later) {
            return PublishedExamples.verifierAt(PublishedExamples.TIME.plus(later));
        }
    }

    @Nested
    final class InTheQuery {
        @Test
        void expiresToTheSecond() {
            SignedRequest request = PublishedExamples.presignedGet();
            Duration day = Duration.ofDays(1);

            assertThat(PublishedExamples.verifierAt(PublishedExamples.TIME.plus(day))
                            .verify(request))
                    .isInstanceOf(Verified.class);
            assertProblem(
                    PublishedExamples.verifierAt(
                                    PublishedExamples.TIME.plus(day).plusSeconds(1))
                            .verify(request),
                    SignatureProblem.EXPIRED);
        }

        @Test
        void isNotValidBeforeItsTime() {
            assertProblem(
                    PublishedExamples.verifierAt(PublishedExamples.TIME.minus(Duration.ofMinutes(16)))
                            .verify(PublishedExamples.presignedGet()),
                    SignatureProblem.NOT_YET_VALID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "604801", "-1", "x", "", "99999999999999999999"})
        void refusesAnExpiryOutsideOfAWeek(String expires) {
            assertProblem(
                    verify(query().replace("Expires=86400", "Expires=" + expires), hostOnly()),
                    SignatureProblem.MALFORMED_QUERY_AUTHORIZATION);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-Amz-Algorithm=AWS4-HMAC-SHA256&",
                    "X-Amz-Date=20130524T000000Z&",
                    "X-Amz-Expires=86400&",
                    "X-Amz-SignedHeaders=host&",
                })
        void refusesAQueryThatLacksOrDoublesAParameter(String parameter) {
            assertThat(query()).contains(parameter);
            assertProblem(
                    verify(query().replace(parameter, ""), hostOnly()), SignatureProblem.MALFORMED_QUERY_AUTHORIZATION);
            assertProblem(verify(parameter + query(), hostOnly()), SignatureProblem.MALFORMED_QUERY_AUTHORIZATION);
        }

        @Test
        void refusesASecondSignature() {
            assertProblem(
                    verify("x-amz-signature=0&" + query(), hostOnly()), SignatureProblem.MALFORMED_QUERY_AUTHORIZATION);
        }

        @Test
        void refusesAnotherAlgorithm() {
            assertProblem(
                    verify(query().replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"), hostOnly()),
                    SignatureProblem.UNSUPPORTED);
            assertProblem(verify("AWSAccessKeyId=A&Expires=1&Signature=x", hostOnly()), SignatureProblem.UNSUPPORTED);
        }

        @Test
        void refusesAnUnsignedAmzHeader() {
            assertProblem(
                    verify(query(), hostOnly().add("x-amz-acl", "public-read")), SignatureProblem.HEADERS_NOT_SIGNED);
        }

        @Test
        void refusesQueryAndHeaderAtOnce() {
            assertProblem(verify(query(), headers(authorization(NAMES))), SignatureProblem.SEVERAL_MECHANISMS);
        }

        @Test
        void holdsTheBodyToAnUnsignedHashWithoutSigningIt() {
            SignatureResult result = PublishedExamples.verifier()
                    .verify(new SignedRequest(
                            "GET",
                            "/test.txt",
                            query(),
                            hostOnly()
                                    .add("x-amz-content-sha256", PublishedExamples.EMPTY_SHA256)
                                    .build()));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            Verified.class,
                            verified ->
                                    assertThat(verified.payload().sha256()).contains(PublishedExamples.EMPTY_SHA256));
        }

        private String query() {
            return PublishedExamples.presignedGet().rawQuery();
        }

        private RequestHeaders.Builder hostOnly() {
            return RequestHeaders.builder().add("host", "examplebucket.s3.amazonaws.com");
        }
    }

    @Test
    void findsNobodyWhereNothingIsSigned() {
        assertThat(verify("prefix=a", RequestHeaders.builder().add("host", "h")).kind())
                .isEqualTo(SignatureResult.Kind.ANONYMOUS);
        assertThat(verify("", RequestHeaders.builder().add("authorization", " "))
                        .kind())
                .isEqualTo(SignatureResult.Kind.ANONYMOUS);
    }

    @Test
    void neverShowsCredentialsInText() {
        SignatureResult verified = PublishedExamples.verifier().verify(PublishedExamples.presignedGet());
        SignatureResult refused = verify("", headers(authorization(NAMES)));

        assertThat(verified + " " + refused + PublishedExamples.presignedGet()
                        + headers(SCOPE).build())
                .doesNotContain(PublishedExamples.ACCESS_KEY)
                .doesNotContain(PublishedExamples.SECRET)
                .doesNotContain("aeeed9bb");
    }

    private static String authorization(String names) {
        return "AWS4-HMAC-SHA256 Credential=" + SCOPE + ", SignedHeaders=" + names + ", Signature=" + ANY_SIGNATURE;
    }

    private static RequestHeaders.Builder headers(String authorization) {
        return RequestHeaders.builder()
                .add("host", "h")
                .add("x-amz-date", "20130524T000000Z")
                .add("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                .add("authorization", authorization);
    }

    private static SignatureResult verify(String query, RequestHeaders.Builder headers) {
        return PublishedExamples.verifier()
                .verify(new SignedRequest("GET", query.isEmpty() ? "/k" : "/test.txt", query, headers.build()));
    }

    private static void assertRefused(RequestHeaders.Builder headers, SignatureProblem problem) {
        assertProblem(verify("", headers), problem);
    }

    private static void assertProblem(SignatureResult result, SignatureProblem problem) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
