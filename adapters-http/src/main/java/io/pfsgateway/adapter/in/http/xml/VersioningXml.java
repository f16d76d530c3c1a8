package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The payload of PutBucketVersioning.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html">PutBucketVersioning</a>
 */
public record VersioningXml(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("MfaDelete") @Nullable String mfaDelete) {
    /** Reads a payload. */
    public static VersioningXml parse(byte[] payload) {
        return XmlPayload.parse(payload, "VersioningConfiguration", VersioningXml.class);
    }
}
