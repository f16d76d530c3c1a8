package io.pfsgateway.bootstrap.metrics;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many uploads are open, asked from time to time on a thread of its own, so that it costs the same however often it is looked at,
 * and nobody who looks waits for a database. It is not a number while the database does not answer.
 */
public final class OpenUploads implements AutoCloseable {
    /** To what they are counted: more cost more, and mean the same to whoever watches. */
    public static final int MOST = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(OpenUploads.class);

    private final LongSupplier count;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "open-uploads");
        made.setDaemon(true);
        return made;
    });
    private volatile double last = Double.NaN;

    private OpenUploads(LongSupplier count) {
        this.count = count;
    }

    /** Starts to ask, so often. */
    public static OpenUploads start(LongSupplier count, Duration pause) {
        OpenUploads uploads = new OpenUploads(count);
        // It ends with the thread, and lets no exception out.
        Future<?> unused =
                uploads.thread.scheduleWithFixedDelay(uploads::ask, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return uploads;
    }

    /** What was found last. */
    public double last() {
        return last;
    }

    private void ask() {
        try {
            last = count.getAsLong();
        } catch (RuntimeException failure) {
            // Whatever else needs the database says so aloud.
            LOG.debug("Open uploads could not be counted", failure);
            last = Double.NaN;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
