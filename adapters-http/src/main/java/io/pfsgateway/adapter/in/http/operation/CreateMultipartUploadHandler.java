package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.StoredHeaders;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.header.UploadChecksumHeaders;
import io.pfsgateway.adapter.in.http.xml.InitiateMultipartUploadXml;
import io.pfsgateway.application.port.in.CreateMultipartUploadUseCase;
import io.pfsgateway.domain.upload.Upload;
import java.util.List;

/**
 * CreateMultipartUpload. What is to be kept with the object comes here, and not when the upload is completed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">CreateMultipartUpload</a>
 */
public final class CreateMultipartUploadHandler implements Operation {
    private final CreateMultipartUploadUseCase createMultipartUpload;

    public CreateMultipartUploadHandler(CreateMultipartUploadUseCase createMultipartUpload) {
        this.createMultipartUpload = createMultipartUpload;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        Upload upload = createMultipartUpload.createMultipartUpload(new CreateMultipartUploadUseCase.Command(
                call.caller(),
                call.bucket(),
                call.key(),
                StoredHeaders.of(call.request()),
                UploadChecksumHeaders.announced(call.request())));
        return Answer.xml(200, new InitiateMultipartUploadXml(call.bucketText(), upload))
                .with(upload.checksum().map(UploadChecksumHeaders::echo).orElse(List.of()));
    }
}
