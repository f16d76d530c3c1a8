package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Checksums in answers: their values, or in listings the algorithms alone. */
final class ChecksumXml {
    private ChecksumXml() {}

    static void writeKinds(XmlWriter writer, List<ContentChecksum> checksums) throws IOException {
        for (ContentChecksum checksum : checksums) {
            writer.element("ChecksumAlgorithm", checksum.algorithm().name());
        }
        writeType(writer, checksums);
    }

    static void writeKind(XmlWriter writer, Optional<UploadChecksum> checksum) throws IOException {
        if (checksum.isPresent()) {
            writer.element("ChecksumAlgorithm", checksum.get().algorithm().name())
                    .element("ChecksumType", checksum.get().type().name());
        }
    }

    static void writeValues(XmlWriter writer, List<ContentChecksum> checksums) throws IOException {
        for (ContentChecksum checksum : checksums) {
            writeValue(writer, checksum);
        }
        writeType(writer, checksums);
    }

    /** The value of a part's, which tells no type. */
    static void writeValue(XmlWriter writer, Optional<ContentChecksum> checksum) throws IOException {
        if (checksum.isPresent()) {
            writeValue(writer, checksum.get());
        }
    }

    static void writeValue(XmlWriter writer, ContentChecksum checksum) throws IOException {
        writer.element("Checksum" + checksum.algorithm().name(), checksum.value());
    }

    private static void writeType(XmlWriter writer, List<ContentChecksum> checksums) throws IOException {
        if (!checksums.isEmpty()) {
            writer.element("ChecksumType", checksums.get(0).type().name());
        }
    }
}
