package io.pfsgateway.adapter.in.http.cors;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsRequest;
import io.pfsgateway.domain.cors.CorsRule;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.BucketFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Answers by the rules of the bucket, of which the first that allows a request decides.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html">OPTIONS object</a>
 */
public final class BucketCrossOrigin implements CrossOrigin {
    private static final String ORIGIN = "origin";
    private static final String METHOD = "access-control-request-method";
    private static final String HEADERS = "access-control-request-headers";

    private final BucketCorsUseCase bucketCors;

    public BucketCrossOrigin(BucketCorsUseCase bucketCors) {
        this.bucketCors = bucketCors;
    }

    @Override
    public Optional<Answer> preflight(S3Request request) {
        return isPreflight(request) ? Optional.of(answer(request)) : Optional.empty();
    }

    private Answer answer(S3Request request) {
        if (request.nonEmptyHeader(ORIGIN).isEmpty()) {
            throw badRequest("Insufficient information. Origin request header needed.");
        }
        String method = request.header(METHOD).orElse("");
        if (CorsMethod.of(method).isEmpty()) {
            throw badRequest("Invalid Access-Control-Request-Method: " + (method.isEmpty() ? "null" : method));
        }
        CorsRules rules = rules(request);
        if (rules.isEmpty()) {
            throw forbidden("CORS is not enabled for this bucket.");
        }
        CorsRequest asked = asked(request);
        CorsRule rule = rules.allowing(asked)
                .orElseThrow(
                        () -> forbidden("This CORS request is not allowed. This is usually because the evaluation of"
                                + " Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are"
                                + " not whitelisted by the resource's CORS spec."));
        return Answer.empty(200).with(CorsHeaders.of(rule, asked));
    }

    @Override
    public List<Answer.Header> headers(S3Request request) {
        if (isPreflight(request) || request.nonEmptyHeader(ORIGIN).isEmpty()) {
            return List.of();
        }
        CorsRules rules = rules(request);
        if (rules.isEmpty()) {
            return List.of();
        }
        CorsRequest asked = asked(request);
        return rules.allowing(asked)
                .map(rule -> CorsHeaders.of(rule, asked))
                .orElseGet(() -> List.of(CorsHeaders.VARY));
    }

    private static boolean isPreflight(S3Request request) {
        return request.method().equals("OPTIONS");
    }

    private CorsRules rules(S3Request request) {
        Optional<String> bucket = request.target().bucket();
        if (bucket.isEmpty()) {
            return CorsRules.NONE;
        }
        try {
            return bucketCors.rulesForPages(BucketName.parse(bucket.get()));
        } catch (BucketFailure noName) {
            // The request itself is refused for its name; the rules have nothing to add.
            return CorsRules.NONE;
        }
    }

    private static CorsRequest asked(S3Request request) {
        List<String> headers = request.headers().all(HEADERS).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new CorsRequest(
                request.header(ORIGIN).orElse(""),
                request.nonEmptyHeader(METHOD).orElse(request.method()),
                headers);
    }

    private static S3Refusal badRequest(String message) {
        return S3Error.of(S3ErrorCode.BAD_REQUEST, message).refusal();
    }

    private static S3Refusal forbidden(String why) {
        return S3Error.of(S3ErrorCode.ACCESS_FORBIDDEN, "CORSResponse: " + why).refusal();
    }
}
