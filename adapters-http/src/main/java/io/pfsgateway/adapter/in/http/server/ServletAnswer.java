package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.AnswerBody;
import io.pfsgateway.adapter.in.http.exchange.AnswerOutput;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.xml.ErrorXml;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the one answer to one request. An answer that has been sent in part cannot be taken back: the connection is
 * broken off, so that nobody takes it for whole.
 */
final class ServletAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(ServletAnswer.class);

    private final Observation observation;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ServletBody requestBody;
    private List<Answer.Header> shared = List.of();

    ServletAnswer(Observation observation, HttpServletRequest request, HttpServletResponse response) {
        this.observation = observation;
        this.request = request;
        this.response = response;
        this.requestBody = new ServletBody(request);
    }

    /** What is known of a request since it came to the gate. */
    static Observation observation(HttpServletRequest request, HttpServletResponse response) {
        return Observation.of(
                ServletContextRequest.getServletContextRequest(request),
                ServletContextResponse.getServletContextResponse(response));
    }

    RequestId id() {
        return observation.id();
    }

    ServletBody requestBody() {
        return requestBody;
    }

    /** Has whatever is answered carry these headers too. */
    void sendAlso(List<Answer.Header> headers) {
        shared = headers;
    }

    /** Sends an error, which has no body where the request was a HEAD. */
    void send(S3Error error) {
        observation.isRefusedWith(error.code());
        int status = error.code().status();
        Answer answer = isHead()
                ? Answer.empty(status)
                : Answer.xml(status, new ErrorXml(error, DotSegments.restore(request.getRequestURI()), id().value()));
        for (var header : error.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        send(answer);
    }

    /** Sends an answer, and closes it. */
    void send(Answer answer) {
        try (AnswerBody body = answer.body()) {
            boolean reusable = requestBody.skipShortRest();
            begin(answer);
            if (!reusable) {
                response.setHeader("Connection", "close");
            }
            write(body);
            if (!reusable) {
                requestBody.linger();
            }
        }
    }

    private void begin(Answer answer) {
        observation.isAnswered();
        response.setStatus(answer.status());
        // Javalin has set one of its own already.
        response.setContentType(null);
        response.setHeader("x-amz-request-id", id().value());
        response.setHeader("x-amz-id-2", id().value());
        shared.forEach(header -> response.addHeader(header.name(), header.value()));
        answer.headers().forEach(this::add);
        OptionalLong length = isHead() ? answer.contentLength() : answer.body().length();
        if (length.isPresent() && answer.status() != 304 && answer.status() != 204) {
            response.setContentLengthLong(length.getAsLong());
        }
    }

    private void add(Answer.Header header) {
        if (HttpHeader.CONTENT_TYPE.is(header.name())) {
            // The servlet's own way would spell types that it knows in its own words.
            ServletContextResponse.getServletContextResponse(response)
                    .getWrapped()
                    .getHeaders()
                    .put(HttpHeader.CONTENT_TYPE, header.value());
        } else {
            response.addHeader(header.name(), header.value());
        }
    }

    private void write(AnswerBody body) {
        try {
            AnswerOutput out = output();
            if (!isHead()) {
                body.writeTo(out);
            }
            out.close();
        } catch (EofException gone) {
            LOG.debug("Request {} lost its client", id(), gone);
        } catch (IOException | RuntimeException broken) {
            LOG.error("Request {} failed while its answer was sent", id(), broken);
            if (response.isCommitted()) {
                breakOff(broken);
            } else {
                response.reset();
                send(S3Error.of(S3ErrorCode.INTERNAL_ERROR, "We encountered an internal error."));
            }
        }
    }

    private AnswerOutput output() {
        ServletContextResponse jetty = ServletContextResponse.getServletContextResponse(response);
        ByteBufferPool buffers = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnector()
                .getByteBufferPool();
        return new JettyOutput(jetty.getHttpOutput(), buffers, bypass());
    }

    /** Not where the bytes are enciphered on their way, or go in chunks. */
    private Optional<BypassedEndPoint> bypass() {
        return ServletRequests.endPoint(request) instanceof BypassedEndPoint plain
                        && response.containsHeader("Content-Length")
                ? Optional.of(plain)
                : Optional.empty();
    }

    /** An answer in chunks would be ended by the container as if it were whole. */
    private void breakOff(Exception cause) {
        ServletRequests.endPoint(request).close(cause);
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }
}
