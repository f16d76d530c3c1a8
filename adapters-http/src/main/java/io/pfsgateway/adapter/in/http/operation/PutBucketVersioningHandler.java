package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.VersioningXml;
import io.pfsgateway.adapter.in.http.xml.XmlPayload;
import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.domain.access.Right;
import java.io.IOException;

/**
 * PutBucketVersioning. Every bucket is versioned for good: to enable it changes nothing, to suspend it is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html">PutBucketVersioning</a>
 */
public final class PutBucketVersioningHandler implements Operation {
    private final InspectBucketUseCase inspectBucket;

    public PutBucketVersioningHandler(InspectBucketUseCase inspectBucket) {
        this.inspectBucket = inspectBucket;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        inspectBucket.inspectBucket(call.caller(), call.bucket(), Right.ADMIN);
        VersioningXml versioning = VersioningXml.parse(XmlPayloadBody.read(call, Right.ADMIN));
        if ("Enabled".equals(versioning.mfaDelete())) {
            throw S3Error.notImplemented("MfaDelete").refusal();
        }
        String status = versioning.status();
        if (status == null) {
            throw S3Error.of(S3ErrorCode.ILLEGAL_VERSIONING_CONFIGURATION, "The Versioning element must be specified")
                    .refusal();
        }
        return switch (status) {
            case "Enabled" -> Answer.empty(200);
            case "Suspended" ->
                throw S3Error.notImplemented("versioning cannot be suspended").refusal();
            default -> throw XmlPayload.refused();
        };
    }
}
