package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.exchange.Answer.Header;
import io.pfsgateway.domain.file.ContentChecksum;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.ArrayList;
import java.util.List;

/** The headers that show an object. */
public final class ObjectHeaders {
    private static final String DEFAULT_CONTENT_TYPE = "binary/octet-stream";

    private ObjectHeaders() {}

    /** What tells one version from another; all that an answer without the object has. */
    public static List<Header> validators(FileVersion file) {
        return List.of(
                new Header("ETag", file.etag().quoted()),
                new Header("Last-Modified", HttpDates.format(file.lastModified())));
    }

    /** What is kept with the object. */
    public static List<Header> kept(ObjectAttributes attributes, ResponseOverrides overrides) {
        List<Header> headers = new ArrayList<>();
        for (HeaderName name : HeaderName.values()) {
            overrides
                    .of(name)
                    .or(() -> attributes.header(name))
                    .ifPresent(value -> headers.add(new Header(HeaderNames.wire(name), value)));
        }
        if (attributes.header(HeaderName.CONTENT_TYPE).isEmpty()
                && overrides.of(HeaderName.CONTENT_TYPE).isEmpty()) {
            headers.add(new Header(HeaderNames.wire(HeaderName.CONTENT_TYPE), DEFAULT_CONTENT_TYPE));
        }
        attributes
                .userMetadata()
                .forEach((name, value) ->
                        headers.add(new Header(StoredHeaders.METADATA_PREFIX + name, MetadataText.toWire(value))));
        if (!attributes.tags().isEmpty()) {
            headers.add(new Header(
                    "x-amz-tagging-count", Integer.toString(attributes.tags().size())));
        }
        return headers;
    }

    /** The checksums of the whole content. */
    public static List<Header> checksums(List<ContentChecksum> checksums) {
        List<Header> headers = new ArrayList<>();
        for (ContentChecksum checksum : checksums) {
            headers.add(new Header(HeaderNames.wire(checksum.algorithm()), checksum.base64()));
        }
        if (!checksums.isEmpty()) {
            headers.add(new Header("x-amz-checksum-type", "FULL_OBJECT"));
        }
        return headers;
    }
}
