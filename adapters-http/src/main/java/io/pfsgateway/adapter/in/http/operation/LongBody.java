package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.FailureTranslation;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.AnswerBody;
import io.pfsgateway.adapter.in.http.exchange.AnswerOutput;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.xml.ErrorXml;
import io.pfsgateway.adapter.in.http.xml.XmlDocument;
import io.pfsgateway.adapter.in.http.xml.XmlWriter;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A document that is not there yet, with white space before it for as long as it is not. Its failure is logged once, read or not. */
final class LongBody implements AnswerBody {
    private static final Logger LOG = LoggerFactory.getLogger(LongBody.class);

    private final S3Request request;
    private final CompletableFuture<LongAnswers.Document> pending;
    private final Duration interval;

    LongBody(S3Request request, CompletableFuture<LongAnswers.Document> pending, Duration interval) {
        this.request = request;
        this.pending = pending;
        this.interval = interval;
        // Here, where the thread of the work does it, since the client may be gone by then.
        var unused = pending.whenComplete((document, failure) -> {
            if (failure != null) {
                logFault(failure);
            }
        });
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(AnswerOutput out) throws IOException {
        XmlWriter writer = new XmlWriter(out);
        writer.flush();
        out.flush();
        while (!isDone()) {
            writer.blank().flush();
            out.flush();
        }
        outcome().write(writer);
        writer.flush();
    }

    private boolean isDone() {
        try {
            pending.get(interval.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private XmlDocument outcome() {
        if (!pending.isDone()) {
            return error(FileSystemFailure.outcomeUnknown(new InterruptedException()));
        }
        try {
            return pending.join().xml();
        } catch (CompletionException failed) {
            return error(failed);
        }
    }

    private XmlDocument error(Throwable failure) {
        return new ErrorXml(
                translated(failure), request.wire().rawPath(), request.id().value());
    }

    private void logFault(Throwable failure) {
        S3Error error = translated(failure);
        if (error.code().isServerFault()) {
            LOG.error("Request {} failed late: {}", request.id(), error.code().code(), failure);
        }
    }

    private static S3Error translated(Throwable thrown) {
        Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (failure instanceof GatewayFailure known) {
            return FailureTranslation.of(known);
        }
        if (failure instanceof S3Refusal refusal) {
            return refusal.error();
        }
        return S3Error.of(S3ErrorCode.INTERNAL_ERROR, "We encountered an internal error.");
    }
}
