package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.tls.ServedCertificate;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** Connections over TLS, HTTP/1.1 within. Each gets the certificate that is in the files when it is made. */
final class TlsConnections extends SslConnectionFactory {
    private final ServedCertificate certificate;

    TlsConnections(ServedCertificate certificate) {
        super(certificate.contexts(), HttpVersion.HTTP_1_1.asString());
        this.certificate = certificate;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        certificate.refresh();
        return super.newConnection(connector, endPoint);
    }
}
