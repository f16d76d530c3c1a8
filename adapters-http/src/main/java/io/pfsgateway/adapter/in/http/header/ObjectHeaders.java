package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.checksum.ChecksumHeader;
import io.pfsgateway.adapter.in.http.exchange.Answer.Header;
import io.pfsgateway.domain.checksum.ContentChecksum;
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

    /** The checksums of an object, and what they are taken of. */
    public static List<Header> checksums(ObjectAttributes attributes) {
        return checksums(attributes.checksums(), attributes);
    }

    /** Checksums of an object or of a part of it, and what the object's own are taken of. */
    public static List<Header> checksums(List<ContentChecksum> checksums, ObjectAttributes whole) {
        List<Header> headers = new ArrayList<>();
        for (ContentChecksum checksum : checksums) {
            headers.add(new Header(ChecksumHeader.name(checksum.algorithm()), checksum.value()));
        }
        if (!checksums.isEmpty()) {
            whole.checksums().stream()
                    .findFirst()
                    .ifPresent(own -> headers.add(
                            new Header("x-amz-checksum-type", own.type().name())));
        }
        return headers;
    }
}
