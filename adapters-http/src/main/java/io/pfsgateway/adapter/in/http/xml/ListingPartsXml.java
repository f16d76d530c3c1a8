package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import java.io.IOException;

/** What both forms of a listing of objects have in common: contents, then common prefixes. */
record ListingPartsXml(ListingPage page, ListingText spelling, boolean withOwner) {
    void write(XmlWriter writer) throws IOException {
        for (ListingEntry entry : page.entries()) {
            if (entry.file().isPresent()) {
                writeFile(writer, entry.file().get());
            }
        }
        for (ListingEntry entry : page.entries()) {
            if (entry.file().isEmpty()) {
                writePrefix(writer, spelling.spell(entry.name()));
            }
        }
    }

    private void writeFile(XmlWriter writer, FileVersion file) throws IOException {
        writer.open("Contents")
                .element("Key", spelling.spell(file.key().value()))
                .element("LastModified", file.lastModified())
                .element("ETag", file.etag().quoted());
        ChecksumXml.writeKinds(writer, file.attributes().checksums());
        writer.element("Size", file.sizeBytes());
        if (withOwner) {
            OwnerXml.write(writer);
        }
        writer.element("StorageClass", "STANDARD").close("Contents");
    }

    static void writePrefix(XmlWriter writer, String prefix) throws IOException {
        writer.open("CommonPrefixes").element("Prefix", prefix).close("CommonPrefixes");
    }
}
