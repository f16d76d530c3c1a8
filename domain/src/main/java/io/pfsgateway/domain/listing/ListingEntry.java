package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.file.FileVersion;
import java.util.Optional;

/**
 * One entry of a page: a file, or a common prefix of several.
 *
 * @param name the key or the prefix, by which entries are ordered
 * @param file the file; empty for a common prefix
 */
public record ListingEntry(String name, Optional<FileVersion> file) {
    public static ListingEntry of(FileVersion file) {
        return new ListingEntry(file.key().value(), Optional.of(file));
    }

    public static ListingEntry commonPrefix(String prefix) {
        return new ListingEntry(prefix, Optional.empty());
    }
}
