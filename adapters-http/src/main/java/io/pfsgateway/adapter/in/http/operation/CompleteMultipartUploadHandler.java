package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.body.PayloadChecks;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.header.UploadChecksumHeaders;
import io.pfsgateway.adapter.in.http.xml.CompleteMultipartUploadResultXml;
import io.pfsgateway.adapter.in.http.xml.CompleteMultipartUploadXml;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Command;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Result;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.commit.CommitId;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CompleteMultipartUpload. It may take long, and goes on when its client does not wait for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
 */
public final class CompleteMultipartUploadHandler implements Operation {
    private static final Logger LOG = LoggerFactory.getLogger(CompleteMultipartUploadHandler.class);

    private final CompleteMultipartUploadUseCase completeMultipartUpload;
    private final AuthenticateUseCase authenticate;
    private final LongAnswers answers;

    /**
     * A handler of completions.
     *
     * @param authenticate whose name the work goes on in, on a thread of its own
     */
    public CompleteMultipartUploadHandler(
            CompleteMultipartUploadUseCase completeMultipartUpload,
            AuthenticateUseCase authenticate,
            LongAnswers answers) {
        this.authenticate = authenticate;
        this.completeMultipartUpload = completeMultipartUpload;
        this.answers = answers;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        UploadAddress address = call.upload();
        var expected = UploadChecksumHeaders.expected(call.request());
        var condition = ConditionHeaders.ofWrite(call.request());
        CompleteMultipartUploadXml payload = CompleteMultipartUploadXml.parse(
                XmlPayloadBody.read(call, Right.WRITE, PayloadChecks.ALL.withoutChecksums()));
        Command command = new Command(address, payload.listed(address.uploadId()), expected, condition);
        return answers.to(call.request(), () -> completeForCaller(call, command));
    }

    private LongAnswers.Document completeForCaller(Call call, Command command) {
        CallerScope scope = authenticate.actFor(call.caller());
        try {
            return complete(call, command);
        } finally {
            scope.close();
        }
    }

    private LongAnswers.Document complete(Call call, Command command) {
        Result result = completeMultipartUpload.completeMultipartUpload(command);
        result.leftBehind()
                .ifPresent(failure -> LOG.warn(
                        "Request {} completed an upload that could not be cleared away",
                        call.request().id(),
                        failure));
        return new LongAnswers.Document(
                new CompleteMultipartUploadResultXml(call.bucketText(), result.file()),
                "x-amz-version-id",
                result.versionId().map(CommitId::value));
    }
}
