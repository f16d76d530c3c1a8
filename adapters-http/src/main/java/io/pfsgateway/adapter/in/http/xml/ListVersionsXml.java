package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import java.io.IOException;
import java.util.List;

/**
 * A page of versions and delete markers, in their common order.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html">ListObjectVersions</a>
 */
public record ListVersionsXml(Request request, VersionPage page) implements XmlDocument {
    /** What was asked for, as it is echoed; texts that were not given are empty. */
    public record Request(
            String bucket,
            String prefix,
            String delimiter,
            String keyMarker,
            String versionIdMarker,
            int maxKeys,
            ListingText spelling) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("ListVersionsResult", NAMESPACE);
        writeRequest(writer);
        writeNextMarkers(writer, page.entries());
        for (VersionEntry entry : page.entries()) {
            if (entry.commit().isPresent()) {
                writeEntry(writer, entry, entry.commit().get());
            }
        }
        for (VersionEntry entry : page.entries()) {
            if (entry.isCommonPrefix()) {
                ListingPartsXml.writePrefix(writer, request.spelling().spell(entry.name()));
            }
        }
        writer.close("ListVersionsResult");
    }

    private void writeRequest(XmlWriter writer) throws IOException {
        ListingText spelling = request.spelling();
        writer.element("Name", request.bucket())
                .element("Prefix", spelling.spell(request.prefix()))
                .element("KeyMarker", spelling.spell(request.keyMarker()))
                .element("VersionIdMarker", request.versionIdMarker())
                .element("MaxKeys", request.maxKeys());
        if (!request.delimiter().isEmpty()) {
            writer.element("Delimiter", spelling.spell(request.delimiter()));
        }
        if (spelling == ListingText.URL) {
            writer.element("EncodingType", "url");
        }
        writer.element("IsTruncated", page.more());
    }

    private void writeNextMarkers(XmlWriter writer, List<VersionEntry> entries) throws IOException {
        if (!page.more() || entries.isEmpty()) {
            return;
        }
        VersionEntry last = entries.get(entries.size() - 1);
        writer.element("NextKeyMarker", request.spelling().spell(last.name()));
        if (last.commit().isPresent()) {
            writer.element("NextVersionIdMarker", last.commit().get().id().value());
        }
    }

    private void writeEntry(XmlWriter writer, VersionEntry entry, CommitInfo commit) throws IOException {
        String element = entry.file().isPresent() ? "Version" : "DeleteMarker";
        writer.open(element)
                .element("Key", request.spelling().spell(entry.name()))
                .element("VersionId", commit.id().value())
                .element("IsLatest", entry.latest());
        if (entry.file().isPresent()) {
            writeFile(writer, entry.file().get());
        } else {
            writer.element("LastModified", commit.finishedAt());
        }
        OwnerXml.write(writer);
        writer.close(element);
    }

    private static void writeFile(XmlWriter writer, FileVersion file) throws IOException {
        writer.element("LastModified", file.lastModified())
                .element("ETag", file.etag().quoted());
        ChecksumXml.writeKinds(writer, file.attributes().checksums());
        writer.element("Size", file.sizeBytes()).element("StorageClass", "STANDARD");
    }
}
