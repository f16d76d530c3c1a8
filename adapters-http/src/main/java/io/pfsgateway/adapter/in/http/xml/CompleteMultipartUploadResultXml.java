package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.file.FileVersion;
import java.io.IOException;

/**
 * The object that an upload became. Its location is told as a path, which is right behind any proxy.
 *
 * @param bucket the bucket's name as it came
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
 */
public record CompleteMultipartUploadResultXml(String bucket, FileVersion file) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        String key = file.key().value();
        writer.open("CompleteMultipartUploadResult", NAMESPACE)
                .element("Location", "/" + bucket + "/" + ListingText.URL.spell(key))
                .element("Bucket", bucket)
                .element("Key", key)
                .element("ETag", file.etag().quoted());
        ChecksumXml.writeValues(writer, file.attributes().checksums());
        writer.close("CompleteMultipartUploadResult");
    }
}
