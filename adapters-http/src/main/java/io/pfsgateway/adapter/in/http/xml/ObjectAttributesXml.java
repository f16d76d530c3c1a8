package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.upload.PartNumber;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Those attributes of an object that were asked for and that it has. Parts are numbered from 1 on, as they are read by number.
 *
 * @param parts the parts that the object was made of; none where it came in one piece
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">GetObjectAttributes</a>
 */
public record ObjectAttributesXml(
        Set<Attribute> asked, PartsRequest partsRequest, FileVersion file, List<FilePart> parts)
        implements XmlDocument {
    public ObjectAttributesXml {
        asked = Set.copyOf(asked);
        parts = List.copyOf(parts);
    }

    /** What can be asked for. */
    public enum Attribute {
        ETAG("ETag"),
        CHECKSUM("Checksum"),
        OBJECT_PARTS("ObjectParts"),
        STORAGE_CLASS("StorageClass"),
        OBJECT_SIZE("ObjectSize");

        private final String s3Name;

        Attribute(String s3Name) {
            this.s3Name = s3Name;
        }

        /** Its name in requests and answers. */
        public String s3Name() {
            return s3Name;
        }
    }

    /** Which of the parts to show. */
    public record PartsRequest(Optional<PartNumber> after, int limit) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("GetObjectAttributesResponse", NAMESPACE);
        if (asked.contains(Attribute.ETAG)) {
            writer.element(Attribute.ETAG.s3Name(), file.etag().value());
        }
        if (asked.contains(Attribute.CHECKSUM)) {
            writeChecksum(writer, file.attributes().checksums());
        }
        if (asked.contains(Attribute.OBJECT_PARTS) && !parts.isEmpty()) {
            writeParts(writer);
        }
        if (asked.contains(Attribute.STORAGE_CLASS)) {
            writer.element(Attribute.STORAGE_CLASS.s3Name(), "STANDARD");
        }
        if (asked.contains(Attribute.OBJECT_SIZE)) {
            writer.element(Attribute.OBJECT_SIZE.s3Name(), file.sizeBytes());
        }
        writer.close("GetObjectAttributesResponse");
    }

    private static void writeChecksum(XmlWriter writer, List<ContentChecksum> checksums) throws IOException {
        if (!checksums.isEmpty()) {
            writer.open(Attribute.CHECKSUM.s3Name());
            ChecksumXml.writeValues(writer, checksums);
            writer.close(Attribute.CHECKSUM.s3Name());
        }
    }

    private void writeParts(XmlWriter writer) throws IOException {
        int after = partsRequest.after().map(PartNumber::value).orElse(0);
        int first = Math.min(after, parts.size());
        int end = Math.min(parts.size(), first + partsRequest.limit());
        boolean more = partsRequest.limit() > 0 && end < parts.size();
        writer.open(Attribute.OBJECT_PARTS.s3Name())
                .element("IsTruncated", more)
                .element("MaxParts", partsRequest.limit())
                .element("NextPartNumberMarker", end > first ? end : 0)
                .element("PartNumberMarker", after);
        for (int at = first; at < end; at++) {
            writePart(writer, at + 1, parts.get(at));
        }
        writer.element("PartsCount", parts.size()).close(Attribute.OBJECT_PARTS.s3Name());
    }

    private static void writePart(XmlWriter writer, int number, FilePart part) throws IOException {
        writer.open("Part").element("PartNumber", number).element("Size", part.sizeBytes());
        ChecksumXml.writeValue(writer, part.checksum());
        writer.close("Part");
    }
}
