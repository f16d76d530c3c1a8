package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.CorsXml;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.domain.cors.CorsRules;

/**
 * GetBucketCors.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html">GetBucketCors</a>
 */
public final class GetBucketCorsHandler implements Operation {
    private final BucketCorsUseCase bucketCors;

    public GetBucketCorsHandler(BucketCorsUseCase bucketCors) {
        this.bucketCors = bucketCors;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        CorsRules rules = bucketCors.corsRules(call.caller(), call.bucket());
        if (rules.isEmpty()) {
            throw S3Error.of(S3ErrorCode.NO_SUCH_CORS_CONFIGURATION, "The CORS configuration does not exist")
                    .refusal();
        }
        return Answer.xml(200, new CorsXml(rules));
    }
}
