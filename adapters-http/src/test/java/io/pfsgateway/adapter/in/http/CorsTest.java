package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.access.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers are told on behalf of pages, with the origins and methods that S3's public test suite tries. */
class CorsTest {
    private static final String BUCKET = "master.pages";
    private static final String OBJECT = "/" + BUCKET + "/bar";
    private static final RequestSigner ADMIN = signer();
    private static final String RULES = "<CORSConfiguration>"
            + rule("GET", "*suffix", "")
            + rule("GET", "start*end", "")
            + rule("GET", "prefix*", "")
            + rule("PUT", "*.put", "")
            + rule(
                    "DELETE",
                    "http://app.example",
                    "<AllowedMethod>HEAD</AllowedMethod><AllowedHeader>x-amz-*</AllowedHeader>"
                            + "<AllowedHeader>Range</AllowedHeader><ExposeHeader>ETag</ExposeHeader>"
                            + "<ExposeHeader>x-amz-version-id</ExposeHeader><MaxAgeSeconds>3000</MaxAgeSeconds>")
            + "</CORSConfiguration>";
    private static final String ANY = "<CORSConfiguration>"
            + rule("GET", "*", "<ExposeHeader>x-amz-meta-header1</ExposeHeader>") + "</CORSConfiguration>";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.withKeys(
            List.of(RunningGateway.grant("master.pages", Right.READ), RunningGateway.grant("master.any", Right.READ)),
            RunningGateway.credential("ADMIN", "admin-secret", "*", Right.ADMIN));

    private static RequestSigner signer() {
        return new RequestSigner("ADMIN", "admin-secret", Instant.now());
    }

    private static String rule(String method, String origin, String more) {
        return "<CORSRule><AllowedMethod>" + method + "</AllowedMethod><AllowedOrigin>" + origin + "</AllowedOrigin>"
                + more + "</CORSRule>";
    }

    private static Reply signed(String method, String path, String query, String body) {
        String payload = RequestSigner.sha256(body);
        String target = query.isEmpty() ? path : path + "?" + query;
        try (RawConnection connection = GATEWAY.connect()) {
            return connection
                    .send(method + " " + target + " HTTP/1.1\r\n"
                            + ADMIN.headerLines(method, path, query, payload, Map.of()) + "Content-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .read();
        }
    }

    private static Reply send(String method, String target, String... headers) {
        try (RawConnection connection = GATEWAY.connect()) {
            return connection.request(method, target, headers);
        }
    }

    private static Reply ask(
            String method, String target, @Nullable String origin, @Nullable String asked, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        if (origin != null) {
            headers.add("Origin: " + origin);
        }
        if (asked != null) {
            headers.add("Access-Control-Request-Method: " + asked);
        }
        if (method.equals("PUT")) {
            headers.add("Content-Length: 0");
        }
        return send(method, target, headers.toArray(String[]::new));
    }

    @BeforeAll
    static void makeBuckets() {
        for (String bucket : List.of(BUCKET, "master.any", "master.none")) {
            assertThat(signed("PUT", "/" + bucket, "", "").status()).isEqualTo(200);
        }
        assertThat(signed("PUT", "/" + BUCKET, "cors=", RULES).status()).isEqualTo(200);
        assertThat(signed("PUT", "/master.any", "cors=", ANY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /master.pages,     ,                 ,       200, ,",
        "GET,     /master.pages,     foo.suffix,       ,       200, foo.suffix, GET",
        "GET,     /master.pages,     foo.bar,          ,       200, ,",
        "GET,     /master.pages,     foo.suffix.get,   ,       200, ,",
        "GET,     /master.pages,     startend,         ,       200, startend, GET",
        "GET,     /master.pages,     start1end,        ,       200, start1end, GET",
        "GET,     /master.pages,     0start12end,      ,       200, ,",
        "GET,     /master.pages,     prefix.suffix,    ,       200, prefix.suffix, GET",
        "GET,     /master.pages,     bla.prefix,       ,       200, ,",
        "GET,     /master.pages/bar, foo.suffix,       ,       404, foo.suffix, GET",
        "PUT,     /master.pages/bar, foo.suffix,       GET,    403, foo.suffix, GET",
        "PUT,     /master.pages/bar, foo.suffix,       PUT,    403, ,",
        "PUT,     /master.pages/bar, foo.suffix,       DELETE, 403, ,",
        "PUT,     /master.pages/bar, foo.suffix,       ,       403, ,",
        "PUT,     /master.pages/bar, foo.put,          ,       403, foo.put, PUT",
        "OPTIONS, /master.pages,     ,                 ,       400, ,",
        "OPTIONS, /master.pages,     foo.suffix,       ,       400, ,",
        "OPTIONS, /master.pages,     bla,              ,       400, ,",
        "OPTIONS, /master.pages,     ,                 GET,    400, ,",
        "OPTIONS, /master.pages,     foo.suffix,       PATCH,  400, ,",
        "OPTIONS, /master.pages/bar, foo.suffix,       GET,    200, foo.suffix, GET",
        "OPTIONS, /master.pages,     foo.bar,          GET,    403, ,",
        "OPTIONS, /master.pages,     start12end,       GET,    200, start12end, GET",
        "OPTIONS, /master.pages,     bla.prefix,       GET,    403, ,",
        "OPTIONS, /master.pages,     foo.put,          GET,    403, ,",
        "OPTIONS, /master.pages,     foo.put,          PUT,    200, foo.put, PUT",
        "GET,     /master.any,       example.origin,   ,       200, *, GET",
        "OPTIONS, /master.any/bar,   example.origin,   GET,    200, *, GET",
        "OPTIONS, /master.none,      example.origin,   GET,    403, ,",
        "OPTIONS, /master.missing,   example.origin,   GET,    403, ,",
        "OPTIONS, /no!bucket,        example.origin,   GET,    403, ,",
        "GET,     /no!bucket,        example.origin,   ,       400, ,",
        "OPTIONS, /,                 example.origin,   GET,    403, ,",
    })
    void answersByTheFirstRuleThatAllows(
            String method,
            String target,
            @Nullable String origin,
            @Nullable String asked,
            int status,
            @Nullable String allowedOrigin,
            @Nullable String allowedMethods) {
        Reply reply = ask(method, target, origin, asked);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(Optional.ofNullable(allowedOrigin));
        assertThat(reply.header("access-control-allow-methods")).isEqualTo(Optional.ofNullable(allowedMethods));
    }

    @Test
    void tellsAllThatARuleGives() {
        Reply reply = ask(
                "OPTIONS",
                OBJECT,
                "http://app.example",
                "DELETE",
                "Access-Control-Request-Headers: X-Amz-Date, range,,x-amz-content-sha256");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("access-control-allow-origin")).contains("http://app.example");
        assertThat(reply.header("access-control-allow-credentials")).contains("true");
        assertThat(reply.header("access-control-allow-methods")).contains("DELETE, HEAD");
        assertThat(reply.header("access-control-allow-headers")).contains("x-amz-date, range, x-amz-content-sha256");
        assertThat(reply.header("access-control-expose-headers")).contains("ETag, x-amz-version-id");
        assertThat(reply.header("access-control-max-age")).contains("3000");
        assertThat(reply.header("vary"))
                .contains("Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    }

    @Test
    void givesEveryOriginNoCredentials() {
        Reply reply = ask("GET", "/master.any", "http://a.example", null);

        assertThat(reply.header("access-control-allow-credentials")).isEmpty();
        assertThat(reply.header("access-control-expose-headers")).contains("x-amz-meta-header1");
    }

    @Test
    void refusesHeadersThatNoRuleAllows() {
        Reply reply = ask(
                "OPTIONS",
                "/master.any/bar",
                "example.origin",
                "GET",
                "Access-Control-Request-Headers: x-amz-meta-header2");

        assertThat(reply.error()).isEqualTo("403 AccessForbidden");
        assertThat(reply.xml().text("Message")).startsWith("CORSResponse: This CORS request is not allowed.");
        assertThat(reply.header("access-control-allow-origin")).isEmpty();
    }

    @Test
    void saysWhyAPreflightIsRefused() {
        assertThat(ask("OPTIONS", "/master.none", "a", "GET").xml().text("Message"))
                .isEqualTo("CORSResponse: CORS is not enabled for this bucket.");
        assertThat(ask("OPTIONS", OBJECT, null, "GET").error()).isEqualTo("400 BadRequest");
        assertThat(ask("OPTIONS", OBJECT, "a", null).xml().text("Message"))
                .isEqualTo("Invalid Access-Control-Request-Method: null");
    }

    @Test
    void answersPreflightsOfPresignedRequestsBeforeAnySignatureIsLookedAt() {
        String spoiled = OBJECT + "?" + ADMIN.presigned("PUT", OBJECT, 60) + "0";

        assertThat(ask("OPTIONS", spoiled, "x.put", "PUT").status()).isEqualTo(200);
        assertThat(ask("OPTIONS", spoiled, null, null).status()).isEqualTo(400);
        assertThat(ask("GET", spoiled, "x.suffix", null).error()).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(ask("GET", spoiled, "x.suffix", null).header("access-control-allow-origin"))
                .contains("x.suffix");
    }

    @Test
    void tellsCachesThatOtherOriginsMayGetAnotherAnswer() {
        assertThat(ask("GET", "/" + BUCKET, "foo.bar", null).header("vary")).isPresent();
        assertThat(ask("GET", "/" + BUCKET, null, null).header("vary")).isEmpty();
        assertThat(ask("GET", "/master.none", "foo.bar", null).header("vary")).isEmpty();
    }

    @Test
    void holdsWhatWasSetLastAtOnce() {
        signed("PUT", "/master.changing", "", "");
        assertThat(ask("OPTIONS", "/master.changing", "a", "GET").status()).isEqualTo(403);
        signed("PUT", "/master.changing", "cors=", ANY);
        assertThat(ask("OPTIONS", "/master.changing", "a", "GET").status()).isEqualTo(200);
        signed("DELETE", "/master.changing", "cors=", "");
        assertThat(ask("OPTIONS", "/master.changing", "a", "GET").status()).isEqualTo(403);
    }

    @Test
    void givesNothingInAnOpenGateway() {
        try (RunningGateway open = RunningGateway.open()) {
            String bucket = open.newBucket();
            assertThat(open.client()
                            .sendText("PUT", "/" + bucket + "?cors", ANY)
                            .status())
                    .isEqualTo(200);
            for (String method : List.of("GET", "OPTIONS")) {
                Reply foreign;
                try (RawConnection connection = open.connect()) {
                    foreign = connection.request(
                            method, "/" + bucket, "Origin: http://evil.test", "Access-Control-Request-Method: GET");
                }
                assertThat(foreign.error()).isEqualTo("403 AccessDenied");
                assertThat(foreign.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            }
        }
    }
}
