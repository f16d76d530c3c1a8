package io.pfsgateway.adapter.in.http.server;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty's connector, with connections whose bodies the operating system may send. */
final class BypassedConnector extends ServerConnector {
    private static final int AS_JETTY_CHOOSES = -1;

    BypassedConnector(Server server, ByteBufferPool buffers, ConnectionFactory... protocols) {
        super(server, null, null, buffers, AS_JETTY_CHOOSES, AS_JETTY_CHOOSES, protocols);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new BypassedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
