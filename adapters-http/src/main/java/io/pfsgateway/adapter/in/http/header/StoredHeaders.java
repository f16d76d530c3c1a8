package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a request brings to be kept with its object: headers, byte for byte as they came, the user's metadata and tags. */
public final class StoredHeaders {
    /** What the names of the user's metadata begin with. */
    static final String METADATA_PREFIX = "x-amz-meta-";

    /** Of the headers that are kept, all together, as S3 bounds those of a request; more could not be answered with. */
    private static final int MAX_HEADERS_BYTES = 8 * 1024;

    private static final String AWS_CHUNKED = "aws-chunked";

    private StoredHeaders() {}

    /** The attributes of the object to be written; checksums are known only when its bytes have come. */
    public static ObjectAttributes of(S3Request request) {
        Map<HeaderName, String> headers = new EnumMap<>(HeaderName.class);
        for (HeaderName name : HeaderName.values()) {
            value(request, name).ifPresent(value -> headers.put(name, value));
        }
        if (headers.values().stream().mapToInt(String::length).sum() > MAX_HEADERS_BYTES) {
            throw S3Error.of(
                            S3ErrorCode.METADATA_TOO_LARGE,
                            "Your metadata headers exceed the maximum allowed metadata size")
                    .refusal();
        }
        return new ObjectAttributes(headers, metadata(request), Tagging.of(request), List.of());
    }

    private static Optional<String> value(S3Request request, HeaderName name) {
        Optional<String> value = request.nonEmptyHeader(HeaderNames.wire(name));
        return name == HeaderName.CONTENT_ENCODING ? value.flatMap(StoredHeaders::withoutChunking) : value;
    }

    /** That a body came in chunks of this kind is not about the object. */
    private static Optional<String> withoutChunking(String encodings) {
        if (!encodings.contains(AWS_CHUNKED)) {
            return Optional.of(encodings);
        }
        String rest = Arrays.stream(encodings.split(",", -1))
                .map(String::strip)
                .filter(encoding -> !encoding.isEmpty() && !encoding.equals(AWS_CHUNKED))
                .collect(Collectors.joining(","));
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
    }

    private static SortedMap<String, String> metadata(S3Request request) {
        SortedMap<String, String> metadata = new TreeMap<>();
        for (String name : request.headers().names()) {
            if (name.startsWith(METADATA_PREFIX)) {
                String value =
                        request.headers().all(name).stream().map(String::strip).collect(Collectors.joining(","));
                metadata.put(name.substring(METADATA_PREFIX.length()), MetadataText.fromWire(value));
            }
        }
        return metadata;
    }
}
