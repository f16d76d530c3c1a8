package io.pfsgateway.adapter.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AheadReadingEndPointTest {
    private SelectedSocket connection;
    private Ahead endPoint;

    private static final class Ahead extends AheadReadingEndPoint {
        private final List<Runnable> passed = new ArrayList<>();
        private boolean awaitsRequest = true;
        private boolean mayReadAhead = true;
        private int busy;
        private Optional<Runnable> beforeRead = Optional.empty();

        Ahead(SelectedSocket connection) {
            super(connection.server, connection.jetty, connection.key(), mock(Scheduler.class));
        }

        @Override
        boolean awaitsRequest() {
            return awaitsRequest;
        }

        @Override
        boolean mayReadAhead() {
            return mayReadAhead;
        }

        @Override
        Runnable onRequest(Runnable task) {
            return task;
        }

        @Override
        void onReadAhead(Runnable task) {
            passed.add(task);
        }

        @Override
        public void notIdle() {
            busy++;
            super.notIdle();
        }

        @Override
        public SocketChannel getChannel() {
            Optional<Runnable> meanwhile = beforeRead;
            beforeRead = Optional.empty();
            meanwhile.ifPresent(Runnable::run);
            return super.getChannel();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        connection = new SelectedSocket();
        endPoint = new Ahead(connection);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    private Optional<Runnable> select() throws IOException {
        return connection.select(endPoint);
    }

    private Callback.Completable ask() {
        return SelectedSocket.ask(endPoint);
    }

    private int looksOutFor() {
        return connection.key().interestOps();
    }

    private void comeToWhoAsks(String text) throws IOException {
        Callback.Completable told = ask();
        connection.send(text);
        select().orElseThrow().run();
        assertThat(told).isCompleted();
    }

    private String fill(int most) throws IOException {
        ByteBuffer buffer = BufferUtil.allocate(most);
        assertThat(endPoint.fill(buffer)).isEqualTo(buffer.remaining());
        return BufferUtil.toString(buffer);
    }

    private void verifyWoken(int wakes) {
        verify(connection.jetty, times(wakes)).submit(any());
    }

    @Test
    void wakesTheSelectorForTheFirstOfManyRequestsAlone() throws IOException {
        for (int request = 0; request < 3; request++) {
            comeToWhoAsks("request " + request);

            assertThat(looksOutFor()).isEqualTo(SelectionKey.OP_READ);
            assertThat(fill(100)).isEqualTo("request " + request);
            assertThat(fill(100)).isEmpty();
        }
        verifyWoken(1);
    }

    @Test
    void readsWhatComesBeforeItIsAskedForAndGivesItToWhoAsks() throws IOException {
        comeToWhoAsks("first");
        assertThat(fill(100)).isEqualTo("first");
        connection.send("second");

        assertThat(select()).isEmpty();
        assertThat(looksOutFor()).isEqualTo(SelectionKey.OP_READ);
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
        connection.send("second");

        assertThat(select()).isEmpty();
        assertThat(looksOutFor()).isZero();
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
        connection.send("body");
        select().orElseThrow().run();

        assertThat(told).isCompleted();
        assertThat(looksOutFor()).as("it is not read yet").isZero();
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
        connection.client.close();
        select().orElseThrow().run();

        assertThat(told).isCompleted();
        assertThat(looksOutFor()).isZero();
        assertThat(endPoint.fill(BufferUtil.allocate(100))).isEqualTo(-1);
    }

    @Test
    void leavesTheEndToWhoAsksAfterIt() throws IOException {
        comeToWhoAsks("request");
        assertThat(fill(100)).isEqualTo("request");
        connection.client.close();

        assertThat(select()).isEmpty();
        assertThat(looksOutFor())
                .as("it would be told of the end again and again")
                .isZero();
        Callback.Completable told = ask();
        select().orElseThrow().run();
        assertThat(told).isCompleted();
        assertThat(endPoint.fill(BufferUtil.allocate(100))).isEqualTo(-1);
    }

    @Test
    void leavesABrokenConnectionToWhoAsked() throws IOException {
        Callback.Completable told = ask();
        connection.reset();
        select().orElseThrow().run();

        assertThat(told).isCompleted();
        assertThat(looksOutFor()).isZero();
        assertThat(endPoint.fill(BufferUtil.allocate(100))).isEqualTo(-1);
    }

    @Test
    void leavesWhatComesWhereItIsWhileThereIsNoRoomForIt() throws IOException {
        endPoint.mayReadAhead = false;
        comeToWhoAsks("first");
        assertThat(looksOutFor()).as("it is not read yet").isZero();
        assertThat(fill(100)).isEqualTo("first");

        comeToWhoAsks("second");
        assertThat(fill(100)).isEqualTo("second");
    }

    @Test
    void leavesTheSocketToWhoReadsIt() throws Exception {
        comeToWhoAsks("first");
        assertThat(fill(100)).isEqualTo("first");
        endPoint.beforeRead = Optional.of(() -> {
            CompletableFuture<Optional<Runnable>> selected = CompletableFuture.supplyAsync(() -> {
                try {
                    connection.send("second");
                    return select();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            assertThat(selected.join()).isEmpty();
        });

        assertThat(fill(100)).isEqualTo("second");
        assertThat(looksOutFor()).isZero();
        comeToWhoAsks("third");
        assertThat(fill(100)).isEqualTo("third");
    }

    @Test
    void isNotIdleWhenWhatWasReadAheadIsTaken() throws IOException {
        comeToWhoAsks("request");
        int before = endPoint.busy;

        fill(3);

        assertThat(endPoint.busy).isEqualTo(before + 1);
    }

    @Test
    void givesNothingOutOnceItIsClosed() throws IOException {
        comeToWhoAsks("request");
        endPoint.close();

        assertThat(endPoint.fill(BufferUtil.allocate(100))).isEqualTo(-1);
    }

    @Test
    void failsWhoAsksOnceItIsClosed() throws IOException {
        comeToWhoAsks("request");
        assertThat(fill(100)).isEqualTo("request");
        endPoint.close();

        assertThat(ask()).isCompletedExceptionally();
    }

    @Test
    void goesOnAtAnotherSelector() throws IOException {
        comeToWhoAsks("first");
        assertThat(fill(100)).isEqualTo("first");
        connection.moveToAnotherSelector(endPoint);

        comeToWhoAsks("second");
        assertThat(looksOutFor()).isEqualTo(SelectionKey.OP_READ);
        assertThat(fill(100)).isEqualTo("second");
    }

    @Test
    void finishesAWriteAlsoWhereMoreHasCome() throws IOException {
        comeToWhoAsks("first");
        assertThat(fill(100)).isEqualTo("first");
        Callback.Completable written = new Callback.Completable();
        ByteBuffer answer = ByteBuffer.allocate(16 << 20);
        endPoint.write(written, answer);
        connection.send("second");

        while (!written.isDone()) {
            readAnswer();
            select().ifPresent(Runnable::run);
        }
        assertThat(written).isCompleted();
        assertThat(fill(100)).isEqualTo("second");
    }

    private void readAnswer() throws IOException {
        connection.client.configureBlocking(false);
        ByteBuffer some = ByteBuffer.allocate(1 << 20);
        while (connection.client.read(some) > 0) {
            some.clear();
        }
    }
}
