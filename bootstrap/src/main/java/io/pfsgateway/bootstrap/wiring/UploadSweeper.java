package io.pfsgateway.bootstrap.wiring;

import io.pfsgateway.application.port.in.SweepUploadsUseCase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps uploads at the start and from time to time, on a thread of its own. A sweep that fails is logged and comes again. */
final class UploadSweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweeper.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int STOP_SECONDS = 30;
    /** The first sweep lets the start go first. */
    private static final Duration AFTER_THE_START = Duration.ofSeconds(1);

    private final SweepUploadsUseCase sweep;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "upload-sweeper");
        made.setDaemon(true);
        return made;
    });

    private UploadSweeper(SweepUploadsUseCase sweep) {
        this.sweep = sweep;
    }

    /** Starts; uploads are looked after often enough that none outlives its expiry by half. */
    static UploadSweeper start(SweepUploadsUseCase sweep, Duration expiry) {
        UploadSweeper sweeper = new UploadSweeper(sweep);
        long pauseMillis =
                Math.max(SHORTEST_PAUSE.toMillis(), Math.min(LONGEST_PAUSE.toMillis(), expiry.toMillis() / 2));
        // It ends with the thread, and lets no exception out.
        Future<?> unused = sweeper.thread.scheduleWithFixedDelay(
                sweeper::sweepOnce, AFTER_THE_START.toMillis(), pauseMillis, TimeUnit.MILLISECONDS);
        return sweeper;
    }

    private void sweepOnce() {
        try {
            SweepUploadsUseCase.Result result = sweep.sweepUploads();
            if (result.endedUploads() > 0 || result.releasedContents() > 0) {
                LOG.info(
                        "Ended {} uploads that were abandoned or completed before, and let go {} staged contents of no upload",
                        result.endedUploads(),
                        result.releasedContents());
            }
        } catch (RuntimeException | Error failure) {
            // An error that went on would end all later sweeps without a word.
            LOG.warn("A sweep of uploads failed; it comes again", failure);
        }
    }

    /** Waits for a sweep under way. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A sweep of uploads is still under way after {} s; it is broken off", STOP_SECONDS);
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
