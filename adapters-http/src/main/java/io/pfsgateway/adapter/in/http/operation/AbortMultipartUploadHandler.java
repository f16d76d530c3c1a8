package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.AbortMultipartUploadUseCase;

/**
 * AbortMultipartUpload.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html">AbortMultipartUpload</a>
 */
public final class AbortMultipartUploadHandler implements Operation {
    private static final String CONDITION = "x-amz-if-match-initiated-time";

    private final AbortMultipartUploadUseCase abortMultipartUpload;

    public AbortMultipartUploadHandler(AbortMultipartUploadUseCase abortMultipartUpload) {
        this.abortMultipartUpload = abortMultipartUpload;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        // S3 has this condition for directory buckets alone; passed over, it would abort what was meant to be spared.
        if (call.request().header(CONDITION).isPresent()) {
            throw S3Error.notImplemented(CONDITION).refusal();
        }
        abortMultipartUpload.abortMultipartUpload(call.upload());
        return Answer.empty(204);
    }
}
