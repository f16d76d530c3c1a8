package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.RemoteBody;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.CopySource;
import io.pfsgateway.adapter.in.http.header.Directive;
import io.pfsgateway.adapter.in.http.header.StoredHeaders;
import io.pfsgateway.adapter.in.http.header.Tagging;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.CopyObjectXml;
import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/**
 * CopyObject.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
public final class CopyObjectHandler implements Operation {
    private static final String RANGE = "x-amz-copy-source-range";

    private final CopyObjectUseCase copyObject;

    public CopyObjectHandler(CopyObjectUseCase copyObject) {
        this.copyObject = copyObject;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        S3Request request = call.request();
        UnsupportedHeaders.check(request);
        refuseWhatWouldBeDropped(request);
        CopySource source = CopySource.of(request);
        CopyObjectUseCase.Result result = copyObject.copyObject(new CopyObjectUseCase.Command(
                call.caller(),
                new CopyObjectUseCase.Source(
                        source.bucket(), source.key(), source.version(), ConditionHeaders.ofSource(request)),
                call.bucket(),
                call.key(),
                attributes(request),
                tags(request),
                ConditionHeaders.ofWrite(request)));
        return Answer.xml(200, new CopyObjectXml(result.file()))
                .with("x-amz-version-id", result.versionId().map(CommitId::value))
                .with("x-amz-copy-source-version-id", result.sourceVersionId().value());
    }

    private static void refuseWhatWouldBeDropped(S3Request request) throws IOException {
        request.header(RANGE).ifPresent(range -> {
            throw S3Error.invalidArgument(RANGE, range, "Only a part of an upload is copied by range.")
                    .refusal();
        });
        RemoteBody body = request.body();
        boolean empty =
                body.chunked() ? body.open().read() < 0 : body.contentLength().orElse(0) == 0;
        if (!empty) {
            throw S3Error.of(S3ErrorCode.INVALID_REQUEST, "A copy has no body: its content is that of its source.")
                    .refusal();
        }
    }

    private static Optional<ObjectAttributes> attributes(S3Request request) {
        return switch (Directive.of(request, "x-amz-metadata-directive")) {
            case COPY -> Optional.empty();
            case REPLACE -> Optional.of(StoredHeaders.of(request));
        };
    }

    private static Optional<SortedMap<String, String>> tags(S3Request request) {
        return switch (Directive.of(request, "x-amz-tagging-directive")) {
            case COPY -> Optional.empty();
            case REPLACE -> Optional.of(Tagging.of(request));
        };
    }
}
