package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.ListVersionsXml;
import io.pfsgateway.application.port.in.ListObjectVersionsUseCase;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.listing.VersionPage;
import java.util.List;
import java.util.Optional;

/**
 * ListObjectVersions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html">ListObjectVersions</a>
 */
public final class ListObjectVersionsHandler implements Operation {
    private static final String VERSION_MARKER = "version-id-marker";

    private final ListObjectVersionsUseCase listObjectVersions;

    public ListObjectVersionsHandler(ListObjectVersionsUseCase listObjectVersions) {
        this.listObjectVersions = listObjectVersions;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        ListingParameters parameters = ListingParameters.of(call.query());
        Optional<String> keyMarker = call.query().nonEmpty("key-marker");
        Optional<CommitId> versionMarker = versionMarker(call);
        VersionPage page = listObjectVersions.listObjectVersions(new ListObjectVersionsUseCase.Query(
                call.caller(),
                call.bucket(),
                parameters.prefix(),
                parameters.delimiter(),
                keyMarker,
                versionMarker,
                Math.max(1, parameters.limit())));
        ListVersionsXml.Request request = new ListVersionsXml.Request(
                call.bucketText(),
                parameters.prefix(),
                parameters.delimiterText(),
                keyMarker.orElse(""),
                versionMarker.map(CommitId::value).orElse(""),
                parameters.limit(),
                parameters.spelling());
        VersionPage shown = parameters.limit() == 0 ? new VersionPage(List.of(), false) : page;
        return Answer.xml(200, new ListVersionsXml(request, shown));
    }

    private static Optional<CommitId> versionMarker(Call call) {
        Optional<String> text = call.query().nonEmpty(VERSION_MARKER);
        return text.map(marker -> CommitId.tryParse(marker)
                .orElseThrow(() -> S3Error.invalidArgument(VERSION_MARKER, marker, "Invalid version id specified")
                        .refusal()));
    }
}
