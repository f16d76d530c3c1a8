package io.pfsgateway.adapter.in.http.server;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections on which S3's clients are understood. Jetty refuses a path that leads above its root, and an expectation other than
 * {@code 100-continue}; a key may be {@code ../../x}, and S3 passes over expectations that it does not know.
 */
final class S3ConnectionFactory extends HttpConnectionFactory {
    S3ConnectionFactory(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new S3Connection(getHttpConfiguration(), connector, endPoint);

        return configure(connection, connector, endPoint);
    }

    private static final class S3Connection extends HttpConnection {
        S3Connection(HttpConfiguration http, Connector connector, EndPoint endPoint) {
            super(http, connector, endPoint);
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
}
