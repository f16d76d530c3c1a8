package io.pfsgateway.domain.tag;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of an object or of a bucket, by their names, of which none is there twice. An object has ten at most, a bucket fifty;
 * none at all is the same as never having had any.
 */
public record Tags(SortedMap<String, String> values) {
    /** No tags. */
    public static final Tags NONE = new Tags(new TreeMap<>());

    private static final int MAX_OF_OBJECT = 10;
    private static final int MAX_OF_BUCKET = 50;

    public Tags {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        values.forEach(Tag::new);
        requireAtMost(MAX_OF_BUCKET, values.size(), "Bucket");
    }

    /** The tags of an object. */
    public static Tags ofObject(List<Tag> tags) {
        requireAtMost(MAX_OF_OBJECT, tags.size(), "Object");
        return of(tags);
    }

    /** The tags of a bucket. */
    public static Tags ofBucket(List<Tag> tags) {
        requireAtMost(MAX_OF_BUCKET, tags.size(), "Bucket");
        return of(tags);
    }

    private static Tags of(List<Tag> tags) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Tag tag : tags) {
            if (values.put(tag.name(), tag.value()) != null) {
                throw RequestFailure.invalidTag(tag.name(), "Cannot provide multiple Tags with the same key");
            }
        }
        return new Tags(values);
    }

    private static void requireAtMost(int limit, int size, String kind) {
        if (size > limit) {
            throw RequestFailure.invalidTag("", kind + " tags cannot be greater than " + limit);
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
