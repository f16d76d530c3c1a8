package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.DeleteBucketUseCase;

/**
 * DeleteBucket, which does not ask that the bucket be empty.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html">DeleteBucket</a>
 */
public final class DeleteBucketHandler implements Operation {
    private final DeleteBucketUseCase deleteBucket;

    public DeleteBucketHandler(DeleteBucketUseCase deleteBucket) {
        this.deleteBucket = deleteBucket;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        deleteBucket.deleteBucket(call.caller(), call.bucket());
        return Answer.empty(204);
    }
}
