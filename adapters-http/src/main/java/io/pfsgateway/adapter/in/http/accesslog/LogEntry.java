package io.pfsgateway.adapter.in.http.accesslog;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.observation.RequestDetails;
import io.pfsgateway.adapter.in.http.observation.RequestDetails.RequestLine;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What is of interest of a request when the request itself is gone. It keeps no secret: of what signs a request only its kind. */
record LogEntry(long receivedMillis, Asker asker, Subject subject, Outcome outcome) {
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";

    /** Who asked, from where and with what. */
    record Asker(
            String address,
            Optional<String> requester,
            Optional<String> referer,
            Optional<String> userAgent,
            Optional<String> host,
            SignatureKind signature,
            Optional<RequestDetails.Tls> tls) {}

    /** What was asked for. */
    record Subject(String requestId, String operation, RequestLine line, Optional<RequestTarget> target) {}

    /** What came of it. */
    record Outcome(
            int status,
            Optional<S3ErrorCode> error,
            long sentBytes,
            OptionalLong objectBytes,
            long nanos,
            OptionalLong nanosToAnswer,
            Optional<String> versionId) {}

    static LogEntry of(EndedRequest ended) {
        RequestDetails details = ended.details();
        RequestLine line = details.line();
        RequestLine shown = new RequestLine(line.method(), BlankedUri.of(line.target()), line.protocol());
        String operation =
                ended.action().map(OperationNames::of).orElseGet(() -> OperationNames.unknown(line.method()));
        return new LogEntry(
                System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(ended.nanos()),
                asker(details, line),
                new Subject(details.id().value(), operation, shown, details.target()),
                new Outcome(
                        ended.status(),
                        details.error(),
                        ended.sentBytes(),
                        objectBytes(ended, details),
                        ended.nanos(),
                        details.nanosToAnswer(),
                        details.answerHeader("x-amz-version-id")));
    }

    private static Asker asker(RequestDetails details, RequestLine line) {
        return new Asker(
                details.remoteAddress(),
                // The key or name that rights were decided by; never what the file system is shown.
                details.caller().flatMap(Caller::accessKey).map(AccessKey::value),
                details.header("referer").map(BlankedUri::of),
                details.header("user-agent"),
                details.header("host"),
                SignatureKind.of(details.header("authorization").orElse(""), line.target()),
                details.tls());
    }

    private static OptionalLong objectBytes(EndedRequest ended, RequestDetails details) {
        if (ended.status() >= 300 || ended.action().isEmpty()) {
            return OptionalLong.empty();
        }
        S3Action action = ended.action().get();
        return switch (action) {
            case GET_OBJECT, HEAD_OBJECT ->
                number(details.answerHeader("content-range")
                        .map(range -> range.substring(range.indexOf('/') + 1))
                        .or(() -> details.answerHeader("content-length")));
            case PUT_OBJECT, UPLOAD_PART ->
                number(details.header(DECODED_LENGTH).or(() -> details.header("content-length")));
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong number(Optional<String> text) {
        try {
            return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
        } catch (NumberFormatException ofTheClient) {
            return OptionalLong.empty();
        }
    }

    /** How a request is signed. */
    enum SignatureKind {
        NONE("-", "-"),
        HEADER_V4("SigV4", "AuthHeader"),
        HEADER_V2("SigV2", "AuthHeader"),
        QUERY_V4("SigV4", "QueryString"),
        QUERY_V2("SigV2", "QueryString");

        private final String version;
        private final String place;

        SignatureKind(String version, String place) {
            this.version = version;
            this.place = place;
        }

        String version() {
            return version;
        }

        String place() {
            return place;
        }

        static SignatureKind of(String authorization, String target) {
            if (authorization.startsWith("AWS4-")) {
                return HEADER_V4;
            }
            if (authorization.startsWith("AWS ")) {
                return HEADER_V2;
            }
            int query = target.indexOf('?');
            if (query < 0) {
                return NONE;
            }
            String lower = "&" + target.substring(query + 1).toLowerCase(Locale.ROOT);
            if (lower.contains("&x-amz-signature=")) {
                return QUERY_V4;
            }
            return lower.contains("&awsaccesskeyid=") ? QUERY_V2 : NONE;
        }
    }
}
