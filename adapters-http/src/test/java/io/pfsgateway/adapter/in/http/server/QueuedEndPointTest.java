package io.pfsgateway.adapter.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of what comes on a connection waits for a place. */
@Timeout(60)
class QueuedEndPointTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Admission admission = new Admission(1, Admission.USUAL_PATIENCE);
    private final RequestQueue queue = new RequestQueue(admission, this::start, mock(Scheduler.class));
    private boolean stopped;
    private SelectedSocket connection;
    private QueuedEndPoint endPoint;

    private void start(Runnable task) {
        if (stopped) {
            throw new RejectedExecutionException("stopped");
        }
        threads.add(task);
    }

    @BeforeEach
    void connect() throws IOException {
        connection = new SelectedSocket();
        endPoint = endPoint(connection);
    }

    private QueuedEndPoint endPoint(SelectedSocket of) {
        return new QueuedEndPoint(of.server, of.jetty, of.key(), mock(Scheduler.class), queue);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    private Callback.Completable askForRequest() {
        endPoint.awaitRequest();
        return SelectedSocket.ask(endPoint);
    }

    /** Something is read before anybody asks for it. */
    private void readAhead(String text) throws IOException {
        Callback.Completable told = come("x");
        threads.remove().run();
        assertThat(told).isCompleted();
        endPoint.readRequest();
        fill();
        connection.send(text);
        assertThat(connection.select(endPoint)).isEmpty();
    }

    /** A request comes for who asks for one. */
    private Callback.Completable come(String text) throws IOException {
        Callback.Completable told = askForRequest();
        connection.send(text);
        connection.select(endPoint).orElseThrow().run();
        return told;
    }

    private String fill() throws IOException {
        ByteBuffer buffer = BufferUtil.allocate(100);
        endPoint.fill(buffer);
        return BufferUtil.toString(buffer);
    }

    @Test
    void aRequestThatWasReadAheadWaitsForAPlaceAsOthersDo() throws IOException {
        readAhead("request");
        assertThat(admission.enter()).isEqualTo(Admission.Verdict.ADMITTED);

        Callback.Completable told = askForRequest();
        assertThat(threads).isEmpty();
        assertThat(queue.number()).isOne();
        admission.leave();
        threads.remove().run();

        assertThat(told).isCompleted();
        assertThat(fill()).isEqualTo("request");
    }

    @Test
    void theRestOfARequestThatWasReadAheadWaitsForNoPlace() throws IOException {
        readAhead("body");
        assertThat(admission.enter()).isEqualTo(Admission.Verdict.ADMITTED);

        Callback.Completable told = SelectedSocket.ask(endPoint);
        threads.remove().run();

        assertThat(told).isCompleted();
        assertThat(fill()).isEqualTo("body");
    }

    @Test
    void whoAsksForTheRestIsToldThatNoThreadCanBeHad() throws IOException {
        readAhead("body");
        stopped = true;

        assertThat(SelectedSocket.ask(endPoint)).isCompletedExceptionally();
    }

    @Test
    void aRequestForWhichNoThreadCanBeHadIsClosed() throws IOException {
        readAhead("request");
        stopped = true;

        assertThat(askForRequest()).isCompletedExceptionally();
        assertThat(endPoint.isOpen()).isFalse();
    }

    @Test
    void nothingIsReadAheadWhileMoreWaitThanThereArePlaces() throws IOException {
        assertThat(admission.enter()).isEqualTo(Admission.Verdict.ADMITTED);
        for (int each = 0; each < 2; each++) {
            try (SelectedSocket other = new SelectedSocket()) {
                QueuedEndPoint waiting = endPoint(other);
                waiting.awaitRequest();
                Callback.Completable told = SelectedSocket.ask(waiting);
                other.send("request");
                other.select(waiting).orElseThrow().run();
                assertThat(told).isNotDone();
            }
        }
        assertThat(queue.number()).isEqualTo(2);

        assertThat(come("one more")).isNotDone();
        assertThat(connection.key().interestOps()).as("it is not read").isZero();
        assertThat(fill()).isEqualTo("one more");
    }

    @Test
    void aRequestIsReadAheadWhileThereIsAPlaceForEach() throws IOException {
        assertThat(come("request")).isNotDone();

        assertThat(connection.key().interestOps()).isEqualTo(SelectionKey.OP_READ);
    }
}
