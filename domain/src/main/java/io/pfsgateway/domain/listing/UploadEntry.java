package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.upload.Upload;
import java.util.Optional;

/**
 * An entry of a page of uploads: an upload, or a common prefix that stands for all uploads below it.
 *
 * @param name the key or the common prefix
 */
public record UploadEntry(String name, Optional<Upload> upload) {
    /** An upload. */
    public static UploadEntry of(Upload upload) {
        return new UploadEntry(upload.key().value(), Optional.of(upload));
    }

    /** A common prefix. */
    public static UploadEntry commonPrefix(String name) {
        return new UploadEntry(name, Optional.empty());
    }
}
