package io.pfsgateway.adapter.in.http.xml;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A small document with a root and perhaps a few values: a setting of a bucket, as S3 shows it where nothing was set. */
public record SettingXml(String root, Map<String, String> values) implements XmlDocument {
    public SettingXml {
        values = Map.copyOf(values);
    }

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open(root, NAMESPACE);
        for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
            writer.element(value.getKey(), value.getValue());
        }
        writer.close(root);
    }
}
