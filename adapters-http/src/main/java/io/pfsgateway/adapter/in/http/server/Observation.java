package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.observation.RequestDetails;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.routing.Router;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.domain.access.Caller;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** What becomes known of one request while it is served, for whoever is told of it at its end. Used by one thread at a time. */
final class Observation implements RequestDetails {
    private static final Router ROUTER = new Router();
    private static final String ATTRIBUTE = Observation.class.getName();
    private static final int NO_STATUS = 500;

    private final RequestId id = RequestId.next();
    private final Request request;
    private final Response response;
    private @Nullable S3Request read;
    private @Nullable S3Action action;
    private @Nullable Caller caller;
    private @Nullable S3ErrorCode error;
    private long answeredAt;

    /** Of a request that has just come. */
    Observation(Request request, Response response) {
        this.request = request;
        this.response = response;
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The one of a request, made here where there is none. */
    static Observation of(Request request, Response response) {
        return request.getAttribute(ATTRIBUTE) instanceof Observation known
                ? known
                : new Observation(request, response);
    }

    /** Whether there is one of a request. */
    static boolean isOf(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Observation;
    }

    void hasRead(S3Request wanted) {
        read = wanted;
    }

    void isBy(Caller who) {
        caller = who;
    }

    void asksFor(S3Action what) {
        action = what;
    }

    void isRefusedWith(S3ErrorCode code) {
        error = code;
    }

    /** The answer begins. */
    void isAnswered() {
        answeredAt = System.nanoTime();
    }

    /** Tells of it, as it is by now. */
    void end(RequestObserver observer) {
        int status = response.getStatus();
        observer.requestEnded(new EndedRequest(
                action(),
                status == 0 ? NO_STATUS : status,
                Math.max(0, Request.getContentBytesRead(request)),
                Math.max(0, Response.getContentBytesWritten(response)),
                System.nanoTime() - request.getHeadersNanoTime(),
                this));
    }

    /** Who was refused before that was looked at has asked for something all the same. */
    private Optional<S3Action> action() {
        if (action == null && read != null) {
            try {
                action = ROUTER.route(read);
            } catch (S3Refusal nothingOfS3) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(action);
    }

    @Override
    public RequestId id() {
        return id;
    }

    @Override
    public RequestLine line() {
        String target = DotSegments.restore(request.getHttpURI().getPathQuery());
        return new RequestLine(
                request.getMethod(),
                target,
                request.getConnectionMetaData().getHttpVersion().asString());
    }

    @Override
    public Optional<RequestTarget> target() {
        return Optional.ofNullable(read).map(S3Request::target);
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    @Override
    public Optional<S3ErrorCode> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public OptionalLong nanosToAnswer() {
        boolean bodiless = Request.getContentBytesRead(request) <= 0;
        return answeredAt != 0 && bodiless
                ? OptionalLong.of(answeredAt - request.getHeadersNanoTime())
                : OptionalLong.empty();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public Optional<String> answerHeader(String name) {
        return Optional.ofNullable(response.getHeaders().get(name));
    }

    @Override
    public String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    @Override
    public Optional<Tls> tls() {
        if (request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session) {
            return Optional.of(new Tls(session.sslSession().getProtocol(), session.cipherSuite()));
        }
        return Optional.empty();
    }
}
