package io.pfsgateway.adapter.in.http.server;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;

/** Jetty's connector, with connections whose requests queue up, and whose bodies the operating system may send. */
final class S3Connector extends ServerConnector {
    private static final int AS_JETTY_CHOOSES = -1;

    private final RequestQueue queue;

    S3Connector(Server server, ByteBufferPool buffers, Admission admission, ConnectionFactory... protocols) {
        super(server, null, null, buffers, AS_JETTY_CHOOSES, AS_JETTY_CHOOSES, protocols);
        Executor virtual = VirtualThreads.getVirtualThreadsExecutor(getExecutor());
        this.queue = new RequestQueue(admission, virtual == null ? getExecutor() : virtual, getScheduler());
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new BypassedEndPoint(channel, selector, key, getScheduler(), queue);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
