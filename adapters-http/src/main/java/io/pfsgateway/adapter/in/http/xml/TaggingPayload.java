package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags as a document that a client sends. */
public record TaggingPayload(
        @JsonProperty("TagSet") @Nullable TagSet tagSet) {
    /** The list of them. */
    public record TagSet(
            @JsonProperty("Tag") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<Tag> tags) {}

    /** One tag. */
    public record Tag(
            @JsonProperty("Key") String key,
            @JsonProperty("Value") String value) {
        public Tag {
            if (key == null || value == null) {
                throw XmlPayload.refused();
            }
        }
    }

    /** Reads a document. */
    public static List<Tag> parse(String text) {
        TaggingPayload payload =
                XmlPayload.parse(text.getBytes(StandardCharsets.UTF_8), "Tagging", TaggingPayload.class);
        TagSet set = payload.tagSet();
        return set == null || set.tags() == null ? List.of() : List.copyOf(set.tags());
    }
}
