package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.TaggingXml;
import io.pfsgateway.application.port.in.BucketTaggingUseCase;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.tag.Tags;
import java.io.IOException;

/**
 * PutBucketTagging.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html">PutBucketTagging</a>
 */
public final class PutBucketTaggingHandler implements Operation {
    private final BucketTaggingUseCase bucketTagging;

    public PutBucketTaggingHandler(BucketTaggingUseCase bucketTagging) {
        this.bucketTagging = bucketTagging;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        Tags tags = Tags.ofBucket(TaggingXml.parse(XmlPayloadBody.read(call, Right.ADMIN)));
        bucketTagging.setTags(call.caller(), call.bucket(), tags);
        return Answer.empty(200);
    }
}
