package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;

/**
 * A file that was announced and is known to have been committed.
 *
 * @param hash the file system's hash of the bytes
 * @param commit the first commit known to hold it: the one that wrote it, where its writer could tell
 */
public record ConfirmedFile(AnnouncedFile file, ContentHash hash, CommitInfo commit) {
    /** The same without the table of parts, as a page has it. */
    public ConfirmedFile withoutParts() {
        return new ConfirmedFile(file.withoutParts(), hash, commit);
    }
}
