package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.xml.XmlDocument;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with documents that may take longer to make than a client waits in silence. The work has threads of its own, so that it
 * goes on whatever becomes of the client. When it is done soon its outcome is answered as any other; else status 200 goes out,
 * then white space, which keeps the connection alive, and in the end the document, or an error in its place.
 */
public final class LongAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(LongAnswers.class);
    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);

    private final ThreadPoolExecutor threads;
    private final Pace pace;

    /**
     * How long a client is left in silence.
     *
     * @param patience how long the outcome is waited for before the answer begins
     * @param interval how often white space is sent after that
     */
    public record Pace(Duration patience, Duration interval) {
        /** Well below the time after which any client gives up. */
        public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    /** A document, with a header that it has when the answer has not begun before. */
    record Document(XmlDocument xml, String headerName, Optional<String> headerValue) {}

    /** Answers for so many requests at once. */
    public LongAnswers(int maxRequests, Pace pace) {
        AtomicInteger count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, maxRequests, IDLE_THREAD.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "s3-long-" + count.incrementAndGet());
                    // What outlasts the time to drain must not keep the process: it is as safe as in a crash.
                    thread.setDaemon(true);
                    return thread;
                });
        this.pace = pace;
    }

    /** Starts work, and answers with the document that it makes; what it throws soon is thrown here. */
    Answer to(S3Request request, Supplier<Document> work) {
        CompletableFuture<Document> pending = start(work);
        try {
            Document document = pending.get(pace.patience().toMillis(), TimeUnit.MILLISECONDS);
            return Answer.xml(200, document.xml()).with(document.headerName(), document.headerValue());
        } catch (TimeoutException itTakesLong) {
            return Answer.empty(200)
                    .with("Content-Type", "application/xml")
                    .withBody(new LongBody(request, pending, pace.interval()));
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw FileSystemFailure.outcomeUnknown(hurried);
        }
    }

    private CompletableFuture<Document> start(Supplier<Document> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException full) {
            throw S3Error.of(S3ErrorCode.SLOW_DOWN, "Please reduce your request rate.")
                    .withHeader("Retry-After", "1")
                    .refusal();
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    /** Takes no more work, and waits for what is under way, for as long as this at most: its clients may have gone, its commits are wanted. */
    public void drain(Duration longest) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} completions are broken off: they took longer than {}", threads.getActiveCount(), longest);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
