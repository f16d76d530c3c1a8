package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.listing.ListingPage;
import java.io.IOException;
import java.util.Optional;

/**
 * A page of a listing, version 2.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
public record ListObjectsV2Xml(Request request, ListingPage page, Optional<String> nextToken) implements XmlDocument {
    /** What was asked for, as it is echoed; texts that were not given are empty. */
    public record Request(
            String bucket,
            String prefix,
            String delimiter,
            Optional<String> startAfter,
            Optional<String> continuationToken,
            int maxKeys,
            boolean withOwner,
            ListingText spelling) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        ListingText spelling = request.spelling();
        writer.open("ListBucketResult", NAMESPACE)
                .element("Name", request.bucket())
                .element("Prefix", spelling.spell(request.prefix()))
                .element("KeyCount", page.entries().size())
                .element("MaxKeys", request.maxKeys())
                .element("IsTruncated", page.more());
        if (!request.delimiter().isEmpty()) {
            writer.element("Delimiter", spelling.spell(request.delimiter()));
        }
        if (spelling == ListingText.URL) {
            writer.element("EncodingType", "url");
        }
        writeMarks(writer);
        new ListingPartsXml(page, spelling, request.withOwner()).write(writer);
        writer.close("ListBucketResult");
    }

    private void writeMarks(XmlWriter writer) throws IOException {
        if (request.startAfter().isPresent()) {
            writer.element(
                    "StartAfter", request.spelling().spell(request.startAfter().get()));
        }
        if (request.continuationToken().isPresent()) {
            writer.element("ContinuationToken", request.continuationToken().get());
        }
        if (nextToken.isPresent()) {
            writer.element("NextContinuationToken", nextToken.get());
        }
    }
}
