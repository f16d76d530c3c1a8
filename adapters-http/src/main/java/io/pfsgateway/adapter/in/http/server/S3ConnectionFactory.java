package io.pfsgateway.adapter.in.http.server;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Makes connections on which S3's clients are understood. */
final class S3ConnectionFactory extends HttpConnectionFactory {
    S3ConnectionFactory(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new S3Connection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }
}
