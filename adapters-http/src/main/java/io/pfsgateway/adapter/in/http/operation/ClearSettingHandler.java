package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import java.util.function.BiConsumer;

/**
 * DeleteBucketTagging and DeleteBucketCors. What is not set may be taken away too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html">DeleteBucketCors</a>
 */
public final class ClearSettingHandler implements Operation {
    private final BiConsumer<Caller, BucketName> clear;

    /**
     * A handler for one setting.
     *
     * @param clear takes it away, and refuses whoever may not
     */
    public ClearSettingHandler(BiConsumer<Caller, BucketName> clear) {
        this.clear = clear;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        clear.accept(call.caller(), call.bucket());
        return Answer.empty(204);
    }
}
