package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.upload.Upload;
import java.io.IOException;

/**
 * An upload that was begun.
 *
 * @param bucket the bucket's name as it came
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">CreateMultipartUpload</a>
 */
public record InitiateMultipartUploadXml(String bucket, Upload upload) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("InitiateMultipartUploadResult", NAMESPACE)
                .element("Bucket", bucket)
                .element("Key", upload.key().value())
                .element("UploadId", upload.id().value())
                .close("InitiateMultipartUploadResult");
    }
}
