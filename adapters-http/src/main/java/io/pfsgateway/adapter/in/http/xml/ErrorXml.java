package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.adapter.in.http.error.S3Error;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The body of an error. */
public record ErrorXml(S3Error error, String resource, String requestId) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("Error").element("Code", error.code().code()).element("Message", error.message());
        for (Map.Entry<String, String> detail : new TreeMap<>(error.details()).entrySet()) {
            writer.element(detail.getKey(), detail.getValue());
        }
        writer.element("Resource", resource)
                .element("RequestId", requestId)
                .element("HostId", requestId)
                .close("Error");
    }
}
