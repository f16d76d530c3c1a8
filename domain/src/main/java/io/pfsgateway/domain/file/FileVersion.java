package io.pfsgateway.domain.file;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.RequestFailure;
import java.time.Instant;

/**
 * A file as one commit left it.
 *
 * @param sizeBytes the content's length
 * @param lastModified when the file itself last changed where the file system knows it, else when the commit read was finished
 * @param commit the commit that wrote the file where the file system knows it, else the commit read
 */
public record FileVersion(
        ObjectKey key,
        long sizeBytes,
        EntityTag etag,
        Instant lastModified,
        CommitId commit,
        ObjectAttributes attributes) {
    public FileVersion {
        if (sizeBytes < 0) {
            throw RequestFailure.invalidArgument("size", Long.toString(sizeBytes), "A size is not negative.");
        }
    }

    /** The same file with another time to be shown. */
    public FileVersion withLastModified(Instant time) {
        return new FileVersion(key, sizeBytes, etag, time, commit, attributes);
    }

    /** Whether another version is the same object to whoever reads it: in name, bytes and attributes, whichever commit was read. */
    public boolean isSameObjectAs(FileVersion other) {
        return key.equals(other.key)
                && sizeBytes == other.sizeBytes
                && etag.equals(other.etag)
                && attributes.equals(other.attributes);
    }
}
