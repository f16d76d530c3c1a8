package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.CreateBucketXml;
import io.pfsgateway.application.port.in.CreateBucketUseCase;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BucketName;
import java.io.IOException;

/**
 * CreateBucket. A region may be named, and means nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
 */
public final class CreateBucketHandler implements Operation {
    private final CreateBucketUseCase createBucket;

    public CreateBucketHandler(CreateBucketUseCase createBucket) {
        this.createBucket = createBucket;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        BucketName bucket = call.bucket();
        byte[] payload = XmlPayloadBody.read(call, Right.ADMIN);
        if (payload.length > 0) {
            CreateBucketXml.parse(payload);
        }
        createBucket.createBucket(call.caller(), bucket);
        return Answer.empty(200).with("Location", "/" + call.bucketText());
    }
}
