package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.domain.access.Right;

/**
 * HeadBucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">HeadBucket</a>
 */
public final class HeadBucketHandler implements Operation {
    private final InspectBucketUseCase inspectBucket;

    public HeadBucketHandler(InspectBucketUseCase inspectBucket) {
        this.inspectBucket = inspectBucket;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        inspectBucket.inspectBucket(call.caller(), call.bucket(), Right.READ);
        return Answer.empty(200).with("x-amz-bucket-region", "us-east-1");
    }
}
