package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.TaggingXml;
import io.pfsgateway.application.port.in.BucketTaggingUseCase;
import io.pfsgateway.domain.tag.Tags;

/**
 * GetBucketTagging.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html">GetBucketTagging</a>
 */
public final class GetBucketTaggingHandler implements Operation {
    private final BucketTaggingUseCase bucketTagging;

    public GetBucketTaggingHandler(BucketTaggingUseCase bucketTagging) {
        this.bucketTagging = bucketTagging;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        Tags tags = bucketTagging.tags(call.caller(), call.bucket());
        if (tags.isEmpty()) {
            throw S3Error.of(S3ErrorCode.NO_SUCH_TAG_SET, "The TagSet does not exist")
                    .refusal();
        }
        return Answer.xml(200, new TaggingXml(tags.values()));
    }
}
