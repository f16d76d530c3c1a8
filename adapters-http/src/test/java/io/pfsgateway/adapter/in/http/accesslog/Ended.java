package io.pfsgateway.adapter.in.http.accesslog;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.observation.RequestDetails;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.FileSystemToken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A request that has ended as a test says. */
final class Ended implements RequestDetails {
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> answerHeaders = new HashMap<>();
    private RequestLine line = new RequestLine("GET", "/master.photos/cat.jpg", "HTTP/1.1");
    private Optional<String> key = Optional.of("cat.jpg");
    private Optional<Caller> caller = Optional.empty();
    private Optional<S3ErrorCode> error = Optional.empty();
    private Optional<Tls> tls = Optional.empty();

    Ended with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Ended answered(String header, String value) {
        answerHeaders.put(header, value);
        return this;
    }

    Ended asks(String method, String target) {
        line = new RequestLine(method, target, "HTTP/1.1");
        return this;
    }

    Ended of(String wanted) {
        key = Optional.of(wanted);
        return this;
    }

    Ended by(String name, String token) {
        caller = Optional.of(
                new Caller(Optional.of(new AccessKey(name)), List.of(), Optional.of(new FileSystemToken(token))));
        return this;
    }

    Ended refused(S3ErrorCode code) {
        error = Optional.of(code);
        return this;
    }

    Ended over(String version, String suite) {
        tls = Optional.of(new Tls(version, suite));
        return this;
    }

    EndedRequest as(S3Action action, int status, long sentBytes) {
        return new EndedRequest(Optional.of(action), status, 0, sentBytes, TimeUnit.MILLISECONDS.toNanos(12), this);
    }

    @Override
    public RequestId id() {
        return new RequestId("3E57427F3EXAMPLE");
    }

    @Override
    public RequestLine line() {
        return line;
    }

    @Override
    public Optional<RequestTarget> target() {
        return Optional.of(new RequestTarget(Optional.of("master.photos"), key));
    }

    @Override
    public Optional<Caller> caller() {
        return caller;
    }

    @Override
    public Optional<S3ErrorCode> error() {
        return error;
    }

    @Override
    public OptionalLong nanosToAnswer() {
        return OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(7));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<String> answerHeader(String name) {
        return Optional.ofNullable(answerHeaders.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.3";
    }

    @Override
    public Optional<Tls> tls() {
        return tls;
    }
}
