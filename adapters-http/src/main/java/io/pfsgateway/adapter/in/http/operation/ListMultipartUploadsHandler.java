package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.ListMultipartUploadsXml;
import io.pfsgateway.application.port.in.ListMultipartUploadsUseCase;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.upload.UploadId;
import java.util.List;
import java.util.Optional;

/**
 * ListMultipartUploads. A marker of an upload means nothing without that of its key, and is then passed over, as S3 does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">ListMultipartUploads</a>
 */
public final class ListMultipartUploadsHandler implements Operation {
    private static final String UPLOAD_MARKER = "upload-id-marker";

    private final ListMultipartUploadsUseCase listMultipartUploads;

    public ListMultipartUploadsHandler(ListMultipartUploadsUseCase listMultipartUploads) {
        this.listMultipartUploads = listMultipartUploads;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        ListingParameters parameters = ListingParameters.of(call.query(), "max-uploads");
        Optional<String> keyMarker = call.query().nonEmpty("key-marker");
        Optional<UploadId> uploadMarker = keyMarker.flatMap(key -> uploadMarker(call.query()));
        UploadPage page = listMultipartUploads.listMultipartUploads(new ListMultipartUploadsUseCase.Query(
                call.caller(),
                call.bucket(),
                parameters.prefix(),
                parameters.delimiter(),
                keyMarker,
                uploadMarker,
                Math.max(1, parameters.limit())));
        ListMultipartUploadsXml.Request request = new ListMultipartUploadsXml.Request(
                call.bucketText(),
                parameters.prefix(),
                parameters.delimiterText(),
                keyMarker.orElse(""),
                uploadMarker.map(UploadId::value).orElse(""),
                parameters.limit(),
                parameters.spelling());
        UploadPage shown = parameters.limit() == 0 ? new UploadPage(List.of(), false) : page;
        return Answer.xml(200, new ListMultipartUploadsXml(request, shown));
    }

    private static Optional<UploadId> uploadMarker(QueryParameters query) {
        return query.nonEmpty(UPLOAD_MARKER)
                .map(text -> UploadId.tryParse(text)
                        .orElseThrow(() -> S3Error.invalidArgument(UPLOAD_MARKER, text, "Invalid uploadId marker")
                                .refusal()));
    }
}
