package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.upload.UploadPart;
import java.io.IOException;

/**
 * What UploadPartCopy made.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
 */
public record CopyPartXml(UploadPart part) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("CopyPartResult", NAMESPACE)
                .element("LastModified", part.uploadedAt())
                .element("ETag", part.etag().quoted());
        ChecksumXml.writeValue(writer, part.checksum());
        writer.close("CopyPartResult");
    }
}
