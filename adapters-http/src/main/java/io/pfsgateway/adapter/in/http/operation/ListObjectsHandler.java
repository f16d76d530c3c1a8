package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.ListObjectsXml;
import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.domain.listing.ListingPage;
import java.util.Optional;

/**
 * ListObjects, version 1.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">ListObjects</a>
 */
public final class ListObjectsHandler implements Operation {
    private static final String LIST_TYPE = "list-type";

    private final ObjectPages pages;

    public ListObjectsHandler(ListObjectsUseCase listObjects) {
        this.pages = new ObjectPages(listObjects);
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        call.query().nonEmpty(LIST_TYPE).ifPresent(type -> {
            throw S3Error.invalidArgument(LIST_TYPE, type, "There is no such type of listing.")
                    .refusal();
        });
        ListingParameters parameters = ListingParameters.of(call.query());
        Optional<String> marker = call.query().nonEmpty("marker");
        ListingPage page = pages.page(call, call.bucket(), parameters, marker, Optional.empty());
        ListObjectsXml.Request request = new ListObjectsXml.Request(
                call.bucketText(),
                parameters.prefix(),
                parameters.delimiterText(),
                marker.orElse(""),
                parameters.limit(),
                parameters.spelling());
        return Answer.xml(200, new ListObjectsXml(request, page)).with("x-amz-bucket-region", "us-east-1");
    }
}
