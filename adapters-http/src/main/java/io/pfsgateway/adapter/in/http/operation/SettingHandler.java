package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.domain.access.Right;
import java.util.function.Supplier;

/**
 * Answers for a setting that no bucket of this gateway can have other than it is. The answer is the same for every bucket, but
 * only for those that are there and may be read.
 */
public final class SettingHandler implements Operation {
    private final InspectBucketUseCase inspectBucket;
    private final Supplier<Answer> setting;

    /**
     * A handler for one setting.
     *
     * @param setting gives the answer, or throws the refusal that S3 gives where nothing is set
     */
    public SettingHandler(InspectBucketUseCase inspectBucket, Supplier<Answer> setting) {
        this.inspectBucket = inspectBucket;
        this.setting = setting;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        inspectBucket.inspectBucket(call.caller(), call.bucket(), Right.READ);
        return setting.get();
    }
}
