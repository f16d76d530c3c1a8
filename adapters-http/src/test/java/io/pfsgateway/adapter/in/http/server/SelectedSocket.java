package io.pfsgateway.adapter.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.Callback;

/** A real connection, at a real selector; the test does what Jetty's thread would. */
final class SelectedSocket implements AutoCloseable {
    /** Told when it is to be woken. */
    final ManagedSelector jetty = mock(ManagedSelector.class);

    final SocketChannel client;
    final SocketChannel server;
    private Selector selector;
    private SelectionKey key;

    SelectedSocket() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listener.getLocalAddress());
            server = listener.accept();
        }
        server.configureBlocking(false);
        selector = Selector.open();
        key = server.register(selector, 0);
    }

    SelectionKey key() {
        return key;
    }

    void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    /** Ends the connection at the client's side, and not in order. */
    void reset() throws IOException {
        client.setOption(StandardSocketOptions.SO_LINGER, 0);
        client.close();
    }

    /** As Jetty's selector does, before it waits for the key and after it has asked what is to be done. */
    Optional<Runnable> select(AheadReadingEndPoint endPoint) throws IOException {
        endPoint.updateKey();
        while (selector.select() == 0) {
            assertThat(Thread.interrupted()).as("waited in vain").isFalse();
        }
        selector.selectedKeys().clear();
        Optional<Runnable> task = Optional.ofNullable(endPoint.onSelected());
        endPoint.updateKey();
        return task;
    }

    /** Asks for what comes, and is told of it through this. */
    static Callback.Completable ask(AheadReadingEndPoint endPoint) {
        Callback.Completable told = new Callback.Completable();
        endPoint.fillInterested(told);
        return told;
    }

    /** As Jetty does with a selector that has gone mad. */
    void moveToAnotherSelector(AheadReadingEndPoint endPoint) throws IOException {
        Selector other = Selector.open();
        SelectionKey moved = server.register(other, key.interestOps());
        endPoint.replaceKey(moved);
        selector.close();
        selector = other;
        key = moved;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        selector.close();
    }
}
