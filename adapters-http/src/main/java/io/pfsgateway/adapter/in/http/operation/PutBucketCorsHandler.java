package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.CorsXml;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.domain.access.Right;
import java.io.IOException;

/**
 * PutBucketCors.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html">PutBucketCors</a>
 */
public final class PutBucketCorsHandler implements Operation {
    private static final int MAX_BYTES = 64 * 1024;

    private final BucketCorsUseCase bucketCors;

    public PutBucketCorsHandler(BucketCorsUseCase bucketCors) {
        this.bucketCors = bucketCors;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        byte[] payload = XmlPayloadBody.read(call, Right.ADMIN);
        if (payload.length > MAX_BYTES) {
            throw S3Error.of(S3ErrorCode.INVALID_REQUEST, "The CORS configuration must not exceed 64 KB.")
                    .refusal();
        }
        bucketCors.setCorsRules(call.caller(), call.bucket(), CorsXml.parse(payload));
        return Answer.empty(200);
    }
}
