package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.checksum.ChecksumHeader;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.in.UploadPartUseCase;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadPart;
import java.io.IOException;
import java.util.Optional;

/**
 * UploadPart. Whatever can be refused without the body is refused before it is asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html">UploadPart</a>
 */
public final class UploadPartHandler implements Operation {
    private final UploadPartUseCase uploadPart;

    public UploadPartHandler(UploadPartUseCase uploadPart) {
        this.uploadPart = uploadPart;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        ReceivedBody.requireLength(call.request().body());
        PartNumber number = number(call);
        UploadAddress address = call.upload();
        Optional<ChecksumAlgorithm> wanted = uploadPart.admit(address);
        UploadPart part = uploadPart.uploadPart(address, number, ReceivedBody.of(call, wanted));
        Answer answer = Answer.empty(200).with("ETag", part.etag().quoted());
        return part.checksum()
                .map(checksum -> answer.with(ChecksumHeader.name(checksum.algorithm()), checksum.value()))
                .orElse(answer);
    }

    /** The part that a request is about. */
    static PartNumber number(Call call) {
        return PartNumber.parse(call.query().first("partNumber").orElse(""));
    }
}
