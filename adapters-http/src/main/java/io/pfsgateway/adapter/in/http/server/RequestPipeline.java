package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.access.Access;
import io.pfsgateway.adapter.in.http.cors.CrossOrigin;
import io.pfsgateway.adapter.in.http.error.BodyTranslation;
import io.pfsgateway.adapter.in.http.error.FailureTranslation;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.operation.Call;
import io.pfsgateway.adapter.in.http.operation.Operation;
import io.pfsgateway.adapter.in.http.routing.Router;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.domain.failure.GatewayFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one request from its first header to the last byte of its answer. Safe for many threads. */
public final class RequestPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);

    private final Access access;
    private final CrossOrigin crossOrigin;
    private final Router router = new Router();
    private final Map<S3Action, Operation> operations;
    private final ServletRequests requests;

    /**
     * A pipeline to these operations.
     *
     * @param crossOrigin what pages of other origins are told, before it is known who asks
     * @param operations what is done for each action; one that is not there is not implemented
     * @param domain the domain below which hosts name buckets
     */
    public RequestPipeline(
            Access access, CrossOrigin crossOrigin, Map<S3Action, Operation> operations, Optional<String> domain) {
        this.access = access;
        this.crossOrigin = crossOrigin;
        this.operations = Map.copyOf(operations);
        this.requests = new ServletRequests(domain);
    }

    /** Serves a request. It never throws for what a client sent, nor for what an operation did. */
    public void serve(HttpServletRequest servlet, HttpServletResponse response) {
        Observation observation = ServletAnswer.observation(servlet, response);
        ServletAnswer sender = new ServletAnswer(observation, servlet, response);
        try {
            answer(servlet, sender, observation);
        } catch (S3Refusal refusal) {
            sender.send(logged(sender, refusal.error(), refusal));
        } catch (GatewayFailure failure) {
            sender.send(logged(sender, FailureTranslation.of(failure), failure));
        } catch (IOException broken) {
            sender.send(BodyTranslation.of(broken));
        } catch (RuntimeException | Error fault) {
            S3Error error = S3Error.of(S3ErrorCode.INTERNAL_ERROR, "We encountered an internal error.");
            sender.send(logged(sender, error, fault));
        }
    }

    private void answer(HttpServletRequest servlet, ServletAnswer sender, Observation observation) throws IOException {
        S3Request request = requests.read(sender.id(), servlet, sender.requestBody());
        observation.hasRead(request);
        sender.sendAlso(crossOrigin.headers(request));
        Optional<Answer> preflight = crossOrigin.preflight(request);
        if (preflight.isPresent()) {
            sender.send(preflight.get());
            return;
        }
        Call call = new Call(request, access.authenticate(request));
        observation.isBy(call.caller());
        S3Action action = router.route(request);
        observation.asksFor(action);
        Operation operation = operation(action);
        // A body is fetched while it is sent, in the caller's name too.
        CallerScope scope = access.actFor(call.caller());
        try {
            sender.send(operation.handle(call));
        } finally {
            scope.close();
        }
    }

    private Operation operation(S3Action action) {
        Operation operation = operations.get(action);
        if (operation == null) {
            throw S3Error.notImplemented(describe(action)).refusal();
        }
        return operation;
    }

    private static String describe(S3Action action) {
        return action.subResource().isEmpty() ? action.s3Name() : action.s3Name() + " (?" + action.subResource() + ")";
    }

    private static S3Error logged(ServletAnswer sender, S3Error error, Throwable cause) {
        if (error.code().isServerFault()) {
            LOG.error("Request {} failed: {}", sender.id(), error.code().code(), cause);
        }
        return error;
    }
}
