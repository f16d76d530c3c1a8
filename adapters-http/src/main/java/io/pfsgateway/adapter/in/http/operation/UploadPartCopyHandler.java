package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.CopySource;
import io.pfsgateway.adapter.in.http.header.SourceRange;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.CopyPartXml;
import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.application.port.in.UploadPartCopyUseCase;

/**
 * UploadPartCopy.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
 */
public final class UploadPartCopyHandler implements Operation {
    private final UploadPartCopyUseCase uploadPartCopy;

    public UploadPartCopyHandler(UploadPartCopyUseCase uploadPartCopy) {
        this.uploadPartCopy = uploadPartCopy;
    }

    @Override
    public Answer handle(Call call) {
        S3Request request = call.request();
        UnsupportedHeaders.check(request);
        CopySource source = CopySource.of(request);
        UploadPartCopyUseCase.Result result = uploadPartCopy.uploadPartCopy(new UploadPartCopyUseCase.Command(
                call.upload(),
                UploadPartHandler.number(call),
                new CopyObjectUseCase.Source(
                        source.bucket(), source.key(), source.version(), ConditionHeaders.ofSource(request)),
                SourceRange.of(request)));
        return Answer.xml(200, new CopyPartXml(result.part()))
                .with("x-amz-copy-source-version-id", result.sourceVersionId().value());
    }
}
