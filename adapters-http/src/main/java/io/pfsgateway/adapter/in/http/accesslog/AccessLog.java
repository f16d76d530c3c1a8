package io.pfsgateway.adapter.in.http.accesslog;

import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each request, at most a tenth of a second after its end. No request ever waits for it: lines that come faster than
 * they can be written, or cannot be written at all, are dropped and counted, and the first of them is told of in the gateway's own
 * log.
 */
public final class AccessLog implements RequestObserver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    /** What comes in a tenth of a second, and much more. */
    private static final int MOST_WAITING = 16_384;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_CLOSE_MILLIS = 5_000;
    private static final int LINE_CHARS = 512;

    private final LogSink sink;
    private final BlockingQueue<LogEntry> waiting;
    private final LongAdder dropped = new LongAdder();
    private final AtomicBoolean droppedBefore = new AtomicBoolean();
    private final Thread thread = new Thread(this::work, "access-log");
    private volatile boolean closing;

    private AccessLog(LogSink sink, int mostWaiting) {
        this.sink = sink;
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        thread.setDaemon(true);
    }

    /**
     * Starts to write.
     *
     * @throws IOException if the log cannot be opened
     */
    public static AccessLog open(LogTarget target) throws IOException {
        return start(target.open(), MOST_WAITING);
    }

    static AccessLog start(LogSink sink, int mostWaiting) {
        AccessLog log = new AccessLog(sink, mostWaiting);
        log.thread.start();
        return log;
    }

    @Override
    public void requestEnded(EndedRequest request) {
        // Nobody is woken for it: a wake-up for each request would cost more than all the rest.
        if (closing || !waiting.offer(LogEntry.of(request))) {
            drop(1, "they come faster than they can be written");
        }
    }

    /** How many lines were dropped. */
    public long dropped() {
        return dropped.sum();
    }

    private void drop(int lines, String why) {
        dropped.add(lines);
        if (droppedBefore.compareAndSet(false, true)) {
            LOG.warn("Lines of the access log are dropped: {}; how many, the metrics say", why);
        }
    }

    private void work() {
        LineFormat format = new LineFormat();
        List<LogEntry> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            waiting.drainTo(batch);
            if (!batch.isEmpty()) {
                write(batch, format);
                batch.clear();
            } else if (!closing) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void write(List<LogEntry> batch, LineFormat format) {
        try {
            StringBuilder lines = new StringBuilder(batch.size() * LINE_CHARS);
            batch.forEach(entry -> format.append(entry, lines));
            sink.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException failure) {
            LOG.debug("The access log was not written", failure);
            drop(batch.size(), "they cannot be written (" + failure + ")");
        }
    }

    /** Writes what is there, for a few seconds at most. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        try {
            sink.close();
        } catch (IOException failure) {
            LOG.warn("The access log could not be closed", failure);
        }
    }
}
