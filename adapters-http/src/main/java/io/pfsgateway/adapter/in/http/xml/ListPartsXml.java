package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.application.port.in.ListPartsUseCase;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A page of an upload's parts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">ListParts</a>
 */
public record ListPartsXml(Request request, ListPartsUseCase.Result page) implements XmlDocument {
    /** What was asked for, as it is echoed. */
    public record Request(String bucket, Optional<PartNumber> after, int maxParts) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        Upload upload = page.upload();
        writer.open("ListPartsResult", NAMESPACE)
                .element("Bucket", request.bucket())
                .element("Key", upload.key().value())
                .element("UploadId", upload.id().value());
        OwnerXml.writeWithInitiator(writer);
        writer.element("StorageClass", "STANDARD")
                .element("PartNumberMarker", number(request.after()))
                .element("NextPartNumberMarker", number(last()))
                .element("MaxParts", request.maxParts())
                .element("IsTruncated", page.more());
        ChecksumXml.writeKind(writer, upload.checksum());
        for (UploadPart part : page.parts()) {
            writePart(writer, part);
        }
        writer.close("ListPartsResult");
    }

    private static int number(Optional<PartNumber> number) {
        return number.map(PartNumber::value).orElse(0);
    }

    private Optional<PartNumber> last() {
        List<UploadPart> parts = page.parts();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.get(parts.size() - 1).number());
    }

    private static void writePart(XmlWriter writer, UploadPart part) throws IOException {
        writer.open("Part")
                .element("PartNumber", part.number().value())
                .element("LastModified", part.uploadedAt())
                .element("ETag", part.etag().quoted())
                .element("Size", part.sizeBytes());
        ChecksumXml.writeValue(writer, part.checksum());
        writer.close("Part");
    }
}
