package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.listing.UploadEntry;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.upload.Upload;
import java.io.IOException;
import java.util.List;

/**
 * A page of uploads, then the common prefixes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">ListMultipartUploads</a>
 */
public record ListMultipartUploadsXml(Request request, UploadPage page) implements XmlDocument {
    /** What was asked for, as it is echoed; texts that were not given are empty. */
    public record Request(
            String bucket,
            String prefix,
            String delimiter,
            String keyMarker,
            String uploadIdMarker,
            int maxUploads,
            ListingText spelling) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("ListMultipartUploadsResult", NAMESPACE);
        writeRequest(writer);
        writeNextMarkers(writer, page.entries());
        for (UploadEntry entry : page.entries()) {
            if (entry.upload().isPresent()) {
                writeUpload(writer, entry.upload().get());
            }
        }
        for (UploadEntry entry : page.entries()) {
            if (entry.upload().isEmpty()) {
                ListingPartsXml.writePrefix(writer, request.spelling().spell(entry.name()));
            }
        }
        writer.close("ListMultipartUploadsResult");
    }

    private void writeRequest(XmlWriter writer) throws IOException {
        ListingText spelling = request.spelling();
        writer.element("Bucket", request.bucket())
                .element("KeyMarker", spelling.spell(request.keyMarker()))
                .element("UploadIdMarker", request.uploadIdMarker())
                .element("Prefix", spelling.spell(request.prefix()))
                .element("MaxUploads", request.maxUploads());
        if (!request.delimiter().isEmpty()) {
            writer.element("Delimiter", spelling.spell(request.delimiter()));
        }
        if (spelling == ListingText.URL) {
            writer.element("EncodingType", "url");
        }
        writer.element("IsTruncated", page.more());
    }

    private void writeNextMarkers(XmlWriter writer, List<UploadEntry> entries) throws IOException {
        if (!page.more() || entries.isEmpty()) {
            return;
        }
        UploadEntry last = entries.get(entries.size() - 1);
        writer.element("NextKeyMarker", request.spelling().spell(last.name()));
        if (last.upload().isPresent()) {
            writer.element("NextUploadIdMarker", last.upload().get().id().value());
        }
    }

    private void writeUpload(XmlWriter writer, Upload upload) throws IOException {
        writer.open("Upload")
                .element("Key", request.spelling().spell(upload.key().value()))
                .element("UploadId", upload.id().value());
        OwnerXml.writeWithInitiator(writer);
        writer.element("StorageClass", "STANDARD").element("Initiated", upload.begunAt());
        ChecksumXml.writeKind(writer, upload.checksum());
        writer.close("Upload");
    }
}
