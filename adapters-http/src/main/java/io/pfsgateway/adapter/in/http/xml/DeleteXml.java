package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import io.pfsgateway.domain.text.Decimal;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The payload of DeleteObjects: 1 to 1,000 objects, each with a key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
 */
public record DeleteXml(
        @JsonProperty("Quiet") boolean quiet,

        @JsonProperty("Object") @JacksonXmlElementWrapper(useWrapping = false)
        List<ObjectXml> objects) {
    private static final int MAX_OBJECTS = 1000;

    public DeleteXml {
        objects = objects == null ? List.of() : List.copyOf(objects);
        if (objects.isEmpty() || objects.size() > MAX_OBJECTS) {
            throw XmlPayload.refused();
        }
    }

    /** An object to be deleted, and what must hold of it. */
    public record ObjectXml(
            @JsonProperty("Key") String key,
            @JsonProperty("VersionId") @Nullable String versionId,
            @JsonProperty("ETag") @Nullable String etag,
            @JsonProperty("LastModifiedTime") @Nullable String lastModifiedTime,
            @JsonProperty("Size") @Nullable String size) {
        public ObjectXml {
            // An empty size would be no condition, and delete what it was set up to spare.
            if (key == null || (size != null && !Decimal.matches(size, Decimal.MOST_DIGITS))) {
                throw XmlPayload.refused();
            }
        }

        /** How many bytes the object must have. */
        public OptionalLong sizeBytes() {
            return size == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size));
        }
    }

    /** Reads a payload. */
    public static DeleteXml parse(byte[] payload) {
        return XmlPayload.parse(payload, "Delete", DeleteXml.class);
    }
}
