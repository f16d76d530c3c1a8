package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.TaggingXml;
import io.pfsgateway.application.port.in.PutObjectTaggingUseCase;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.tag.Tags;
import java.io.IOException;

/**
 * PutObjectTagging. The change is a commit, which the answer names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html">PutObjectTagging</a>
 */
public final class PutObjectTaggingHandler implements Operation {
    private final PutObjectTaggingUseCase putObjectTagging;

    public PutObjectTaggingHandler(PutObjectTaggingUseCase putObjectTagging) {
        this.putObjectTagging = putObjectTagging;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        Tags tags = Tags.ofObject(TaggingXml.parse(XmlPayloadBody.read(call, Right.WRITE)));
        return answer(200, putObjectTagging, call, tags);
    }

    static Answer answer(int status, PutObjectTaggingUseCase putObjectTagging, Call call, Tags tags) {
        PutObjectTaggingUseCase.Result result = putObjectTagging.putObjectTagging(new PutObjectTaggingUseCase.Command(
                call.caller(), call.bucket(), call.key(), call.versionToRead(), tags));
        return Answer.empty(status).with("x-amz-version-id", result.versionId().map(CommitId::value));
    }
}
