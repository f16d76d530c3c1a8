package io.pfsgateway.adapter.in.http.xml;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * An object's tags.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html">GetObjectTagging</a>
 */
public record TaggingXml(SortedMap<String, String> tags) implements XmlDocument {
    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("Tagging", NAMESPACE).open("TagSet");
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            writer.open("Tag")
                    .element("Key", tag.getKey())
                    .element("Value", tag.getValue())
                    .close("Tag");
        }
        writer.close("TagSet").close("Tagging");
    }
}
