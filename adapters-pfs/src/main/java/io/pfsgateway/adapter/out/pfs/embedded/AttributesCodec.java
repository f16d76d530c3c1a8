package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.pfs.model.Bytes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Attributes as the bytes that a file's row carries. No attributes are no bytes, which is also what other writers leave. Else
 * there is a byte for the format, then headers, metadata, tags and checksums, each as a count and its entries; a text is its length
 * and its UTF-8, and lengths and counts are seven bits to a byte, the lowest first. Numbers of headers and algorithms are on disk:
 * they are never changed nor used again.
 */
final class AttributesCodec {
    private static final int FORMAT = 1;

    private AttributesCodec() {}

    static Bytes encode(ObjectAttributes attributes) {
        if (attributes.equals(ObjectAttributes.NONE)) {
            return Bytes.EMPTY;
        }
        AttributesOutput out = new AttributesOutput();
        out.number(FORMAT);
        out.number(attributes.headers().size());
        // By the enum, since the map has no order of its own and equal attributes are to be equal bytes.
        for (HeaderName name : HeaderName.values()) {
            attributes.header(name).ifPresent(value -> {
                out.number(numberOf(name));
                out.text(value);
            });
        }
        encode(out, attributes.userMetadata());
        encode(out, attributes.tags());
        out.number(attributes.checksums().size());
        for (ContentChecksum checksum : attributes.checksums()) {
            ChecksumCodec.write(out, checksum);
        }
        return out.bytes();
    }

    private static void encode(AttributesOutput out, SortedMap<String, String> texts) {
        out.number(texts.size());
        texts.forEach((name, value) -> {
            out.text(name);
            out.text(value);
        });
    }

    /**
     * Reads attributes.
     *
     * @throws FileSystemFailure with {@code DATA_CORRUPT} when the bytes are of another format, or of none
     */
    static ObjectAttributes decode(Bytes bytes) {
        if (bytes.isEmpty()) {
            return ObjectAttributes.NONE;
        }
        AttributesInput in = new AttributesInput(bytes.buffer());
        int format = in.number();
        if (format != FORMAT) {
            throw AttributesInput.corrupt("of format " + format + "; this version reads format " + FORMAT);
        }
        ObjectAttributes attributes =
                new ObjectAttributes(decodeHeaders(in), decodeTexts(in), decodeTexts(in), decodeChecksums(in));
        in.requireEnd();
        return attributes;
    }

    private static Map<HeaderName, String> decodeHeaders(AttributesInput in) {
        Map<HeaderName, String> headers = new EnumMap<>(HeaderName.class);
        for (int left = in.number(); left > 0; left--) {
            headers.put(headerOf(in.number()), in.text());
        }
        return headers;
    }

    private static SortedMap<String, String> decodeTexts(AttributesInput in) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int left = in.number(); left > 0; left--) {
            texts.put(in.text(), in.text());
        }
        return texts;
    }

    private static List<ContentChecksum> decodeChecksums(AttributesInput in) {
        List<ContentChecksum> checksums = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            checksums.add(ChecksumCodec.read(in));
        }
        return checksums;
    }

    private static int numberOf(HeaderName name) {
        return switch (name) {
            case CONTENT_TYPE -> 1;
            case CONTENT_ENCODING -> 2;
            case CONTENT_DISPOSITION -> 3;
            case CONTENT_LANGUAGE -> 4;
            case CACHE_CONTROL -> 5;
            case EXPIRES -> 6;
        };
    }

    private static HeaderName headerOf(int number) {
        for (HeaderName name : HeaderName.values()) {
            if (numberOf(name) == number) {
                return name;
            }
        }
        throw AttributesInput.corrupt("with a header of the unknown number " + number);
    }
}
