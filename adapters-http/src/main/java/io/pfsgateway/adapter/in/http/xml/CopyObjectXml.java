package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.file.FileVersion;
import java.io.IOException;

/**
 * What CopyObject made.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
public record CopyObjectXml(FileVersion file) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("CopyObjectResult", NAMESPACE)
                .element("LastModified", file.lastModified())
                .element("ETag", file.etag().quoted());
        ChecksumXml.writeValues(writer, file.attributes().checksums());
        writer.close("CopyObjectResult");
    }
}
