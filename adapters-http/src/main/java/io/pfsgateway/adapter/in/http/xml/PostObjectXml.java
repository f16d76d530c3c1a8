package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.file.EntityTag;
import java.io.IOException;

/** What a form that asked for status 201 has made. */
public record PostObjectXml(String location, String bucket, String key, EntityTag etag) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("PostResponse")
                .element("Location", location)
                .element("Bucket", bucket)
                .element("Key", key)
                .element("ETag", etag.quoted())
                .close("PostResponse");
    }
}
