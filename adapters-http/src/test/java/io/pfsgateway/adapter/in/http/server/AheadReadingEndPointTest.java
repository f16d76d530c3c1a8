package io.pfsgateway.adapter.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a real connection, at a real selector; the test does what Jetty's thread would. */
@Timeout(60)
class AheadReadingEndPointTest {
    private final ManagedSelector jetty = mock(ManagedSelector.class);
    private Selector selector;
    private SocketChannel client;
    private SocketChannel socket;
    private SelectionKey key;
    private Ahead endPoint;

    private static final class Ahead extends AheadReadingEndPoint {
        private final List<Runnable> passed = new ArrayList<>();
        private boolean awaitsRequest = true;

        Ahead(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            super(channel, selector, key, mock(Scheduler.class));
        }

        @Override
        boolean awaitsRequest() {
            return awaitsRequest;
        }

        @Override
        Runnable onReadable(Runnable task) {
            return task;
        }

        @Override
        void onReadAhead(Runnable task) {
            passed.add(task);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(server.getLocalAddress());
            socket = server.accept();
        }
        socket.configureBlocking(false);
        key = socket.register(selector, 0);
        endPoint = new Ahead(socket, jetty, key);
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        socket.close();
        selector.close();
    }

    private void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    /** As Jetty's selector does, before it waits for the key and after it has asked what is to be done. */
    private Optional<Runnable> select() throws IOException {
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
    private Callback.Completable ask() {
        Callback.Completable told = new Callback.Completable();
        endPoint.fillInterested(told);
        return told;
    }

    private void comeToWhoAsks(String text) throws IOException {
        Callback.Completable told = ask();
        send(text);
        select().orElseThrow().run();
        assertThat(told).isCompleted();
    }

    private String fill(int most) throws IOException {
        ByteBuffer buffer = BufferUtil.allocate(most);
        endPoint.fill(buffer);
        return BufferUtil.toString(buffer);
    }

    private void verifyWoken(int wakes) {
        verify(jetty, times(wakes)).submit(any());
    }

    @Test
    void wakesTheSelectorForTheFirstOfManyRequestsAlone() throws IOException {
        for (int request = 0; request < 3; request++) {
            comeToWhoAsks("request " + request);

            assertThat(key.interestOps()).isEqualTo(SelectionKey.OP_READ);
            assertThat(fill(100)).isEqualTo("request " + request);
            assertThat(fill(100)).isEmpty();
        }
        verifyWoken(1);
    }

    @Test
    void readsWhatComesBeforeItIsAskedForAndGivesItToWhoAsks() throws IOException {
        comeToWhoAsks("first");
        assertThat(fill(100)).isEqualTo("first");
        send("second");

        assertThat(select()).isEmpty();
        assertThat(key.interestOps()).isEqualTo(SelectionKey.OP_READ);
        Callback.Completable told = ask();
        assertThat(endPoint.passed).hasSize(1);
        endPoint.passed.get(0).run();
        assertThat(told).isCompleted();
        assertThat(fill(100)).isEqualTo("second");
        verifyWoken(1);
    }

    @Test
    void looksAwayWhileSomethingIsLeftThatWasReadAhead() throws IOException {
        comeToWhoAsks("first");
        send("second");

        assertThat(select()).isEmpty();
        assertThat(key.interestOps()).isZero();
        assertThat(fill(100)).isEqualTo("first");
        Callback.Completable told = ask();
        verifyWoken(2);
        select().orElseThrow().run();
        assertThat(told).isCompleted();
        assertThat(fill(100)).isEqualTo("second");
    }

    @Test
    void leavesABodyToWhoReadsIt() throws IOException {
        comeToWhoAsks("head");
        assertThat(fill(100)).isEqualTo("head");
        endPoint.awaitsRequest = false;
        Callback.Completable told = ask();
        send("body");
        select().orElseThrow().run();

        assertThat(told).isCompleted();
        assertThat(key.interestOps()).as("it is not read yet").isZero();
        assertThat(fill(100)).isEqualTo("body");
    }

    @Test
    void givesWhatItReadInPiecesAndThenTheRest() throws IOException {
        String text = "0123456789".repeat(1_000);
        comeToWhoAsks(text);

        StringBuilder taken = new StringBuilder(fill(7));
        while (taken.length() < text.length()) {
            taken.append(fill(3_000));
        }
        assertThat(taken).hasToString(text);
    }

    @Test
    void doesNotLetWaitForMoreWhileSomethingIsLeft() throws IOException {
        comeToWhoAsks("request");
        assertThat(fill(3)).isEqualTo("req");

        Callback.Completable told = ask();
        endPoint.passed.get(0).run();
        assertThat(told).isCompleted();
        assertThat(fill(100)).isEqualTo("uest");
    }

    @Test
    void leavesTheEndToWhoAsked() throws IOException {
        Callback.Completable told = ask();
        client.close();
        select().orElseThrow().run();

        assertThat(told).isCompleted();
        assertThat(key.interestOps()).isZero();
        assertThat(endPoint.fill(BufferUtil.allocate(100))).isEqualTo(-1);
    }

    @Test
    void finishesAWriteAlsoWhereMoreHasCome() throws IOException {
        comeToWhoAsks("first");
        assertThat(fill(100)).isEqualTo("first");
        Callback.Completable written = new Callback.Completable();
        ByteBuffer answer = ByteBuffer.allocate(16 << 20);
        endPoint.write(written, answer);
        send("second");

        while (!written.isDone()) {
            readAnswer();
            select().ifPresent(Runnable::run);
        }
        assertThat(written).isCompleted();
        assertThat(fill(100)).isEqualTo("second");
    }

    private void readAnswer() throws IOException {
        client.configureBlocking(false);
        ByteBuffer some = ByteBuffer.allocate(1 << 20);
        while (client.read(some) > 0) {
            some.clear();
        }
    }
}
