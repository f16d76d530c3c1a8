package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.PutObjectTaggingUseCase;
import io.pfsgateway.domain.tag.Tags;

/**
 * DeleteObjectTagging: as to put none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html">DeleteObjectTagging</a>
 */
public final class DeleteObjectTaggingHandler implements Operation {
    private final PutObjectTaggingUseCase putObjectTagging;

    public DeleteObjectTaggingHandler(PutObjectTaggingUseCase putObjectTagging) {
        this.putObjectTagging = putObjectTagging;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        return PutObjectTaggingHandler.answer(204, putObjectTagging, call, Tags.NONE);
    }
}
