package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The payload of CreateBucket. Any region will do, since this gateway has none of its own; what else Amazon allows here
 * (directory buckets, tags) is not known and thereby refused.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
 */
public record CreateBucketXml(
        @JsonProperty("LocationConstraint") @Nullable String locationConstraint) {
    /** Reads a payload. */
    public static CreateBucketXml parse(byte[] payload) {
        return XmlPayload.parse(payload, "CreateBucketConfiguration", CreateBucketXml.class);
    }
}
