package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.ObjectHeaders;
import io.pfsgateway.adapter.in.http.header.StoredHeaders;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import java.io.IOException;

/**
 * PutObject. Whatever can be refused without the body is refused before it is asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
 */
public final class PutObjectHandler implements Operation {
    private final PutObjectUseCase putObject;

    public PutObjectHandler(PutObjectUseCase putObject) {
        this.putObject = putObject;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        ReceivedBody.requireLength(call.request().body());
        BucketName bucket = call.bucket();
        putObject.admit(call.caller(), bucket);
        PutObjectUseCase.Result result = putObject.putObject(new PutObjectUseCase.Command(
                call.caller(),
                bucket,
                call.key(),
                StoredHeaders.of(call.request()),
                ConditionHeaders.ofWrite(call.request()),
                ReceivedBody.of(call)));
        return Answer.empty(200)
                .with("ETag", result.file().etag().quoted())
                .with("x-amz-version-id", result.versionId().map(CommitId::value))
                .with(ObjectHeaders.checksums(result.file().attributes()));
    }
}
