package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.file.ContentChecksum;
import java.io.IOException;
import java.util.List;

/** Checksums in listings, which name the algorithms alone. */
final class ChecksumXml {
    private ChecksumXml() {}

    static void writeKinds(XmlWriter writer, List<ContentChecksum> checksums) throws IOException {
        for (ContentChecksum checksum : checksums) {
            writer.element("ChecksumAlgorithm", checksum.algorithm().name());
        }
        if (!checksums.isEmpty()) {
            writer.element("ChecksumType", "FULL_OBJECT");
        }
    }
}
