package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import io.pfsgateway.domain.tag.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an object or of a bucket, as they are answered and as they are sent.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html">GetObjectTagging</a>
 */
public record TaggingXml(SortedMap<String, String> tags) implements XmlDocument {
    private static final String ROOT = "Tagging";

    record TagXml(
            @JsonProperty("Key") String key,
            @JsonProperty("Value") String value) {
        TagXml {
            if (key == null || value == null) {
                throw XmlPayload.refused();
            }
        }
    }

    record TagSetXml(
            @JsonProperty("Tag") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<TagXml> tags) {}

    record PayloadXml(@JsonProperty("TagSet") TagSetXml tagSet) {
        PayloadXml {
            if (tagSet == null) {
                throw XmlPayload.refused();
            }
        }
    }

    /** Reads a payload: its tags in their order, not yet held to the rules that they must keep together. */
    public static List<Tag> parse(byte[] payload) {
        List<TagXml> tags =
                XmlPayload.parse(payload, ROOT, PayloadXml.class).tagSet().tags();
        return tags == null
                ? List.of()
                : tags.stream().map(tag -> new Tag(tag.key(), tag.value())).toList();
    }

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open(ROOT, NAMESPACE).open("TagSet");
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            writer.open("Tag")
                    .element("Key", tag.getKey())
                    .element("Value", tag.getValue())
                    .close("Tag");
        }
        writer.close("TagSet").close(ROOT);
    }
}
