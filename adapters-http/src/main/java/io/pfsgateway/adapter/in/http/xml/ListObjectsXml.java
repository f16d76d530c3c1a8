package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import java.io.IOException;
import java.util.List;

/**
 * A page of a listing, version 1. A page that is not the last names its last entry as the next marker, with a delimiter or without.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">ListObjects</a>
 */
public record ListObjectsXml(Request request, ListingPage page) implements XmlDocument {
    /** What was asked for, as it is echoed; texts that were not given are empty. */
    public record Request(
            String bucket, String prefix, String delimiter, String marker, int maxKeys, ListingText spelling) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        ListingText spelling = request.spelling();
        writer.open("ListBucketResult", NAMESPACE)
                .element("Name", request.bucket())
                .element("Prefix", spelling.spellForAll(request.prefix()))
                .element("Marker", spelling.spell(request.marker()));
        writeNextMarker(writer, page.entries());
        writer.element("MaxKeys", request.maxKeys());
        if (!request.delimiter().isEmpty()) {
            writer.element("Delimiter", spelling.spell(request.delimiter()));
        }
        writer.element("IsTruncated", page.more());
        if (spelling == ListingText.URL) {
            writer.element("EncodingType", "url");
        }
        new ListingPartsXml(page, spelling, true).write(writer);
        writer.close("ListBucketResult");
    }

    private void writeNextMarker(XmlWriter writer, List<ListingEntry> entries) throws IOException {
        if (page.more() && !entries.isEmpty()) {
            String last = entries.get(entries.size() - 1).name();
            writer.element("NextMarker", request.spelling().spell(last));
        }
    }
}
