package io.pfsgateway.adapter.in.http.server;

import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * A connection on which S3's clients are understood. Jetty refuses a path that leads above its root, and an expectation other than
 * {@code 100-continue}; a key may be {@code ../../x}, and S3 passes over expectations that it does not know.
 */
final class S3Connection extends HttpConnection {
    private final Optional<QueuedEndPoint> socket;

    S3Connection(HttpConfiguration http, Connector connector, EndPoint endPoint) {
        super(http, connector, endPoint);
        this.socket = socketOf(endPoint);
    }

    private static Optional<QueuedEndPoint> socketOf(EndPoint endPoint) {
        EndPoint below = endPoint instanceof SslConnection.SslEndPoint decrypted
                ? decrypted.getSslConnection().getEndPoint()
                : endPoint;
        return below instanceof QueuedEndPoint queued ? Optional.of(queued) : Optional.empty();
    }

    /** Lets a request in, or does not. To be asked once for each. */
    static Admission.Verdict enter(Request request, Admission admission) {
        return request.getConnectionMetaData().getConnection() instanceof S3Connection connection
                ? connection.socket.map(queued -> queued.enter(admission)).orElseGet(admission::enter)
                : admission.enter();
    }

    /** Jetty comes here for requests, whose bodies it reads in another way, and for what is left behind the last of them. */
    @Override
    public void fillInterested(Callback callback) {
        if (!getParser().isClosed()) {
            socket.ifPresent(QueuedEndPoint::awaitRequest);
        }
        super.fillInterested(callback);
    }

    /** Over TLS a request may have come with what was read before, and has not queued up then. */
    @Override
    public void onFillable() {
        socket.ifPresent(QueuedEndPoint::readRequest);
        super.onFillable();
    }

    @Override
    protected RequestHandler newRequestHandler() {
        return new RequestHandler() {
            @Override
            public void startRequest(String method, String uri, HttpVersion version) {
                // Jetty would cut it off with all that is behind it, and so take one key for another.
                if (uri.indexOf('#') >= 0) {
                    throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "a fragment in a request");
                }
                super.startRequest(method, DotSegments.hide(uri), version);
            }

            @Override
            public void parsedHeader(HttpField field) {
                if (field.getHeader() != HttpHeader.EXPECT || field.contains(HttpHeaderValue.CONTINUE.asString())) {
                    super.parsedHeader(field);
                }
            }
        };
    }
}
