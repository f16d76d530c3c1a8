package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import java.util.Optional;
import java.util.function.Function;

/** What reads of one object have in common. */
final class Pinned {
    private Pinned() {}

    /** Whether the commit that was read is the very one that deleted the object. */
    static boolean isDeleteMarker(FileLookup lookup) {
        return lookup instanceof FileLookup.Deleted deleted
                && deleted.deletedBy().id().equals(deleted.commit().id());
    }

    /** The commit that wrote the object when the caller asked for none, else the commit that was read. */
    static CommitId shownVersion(BucketName bucket, Optional<CommitRef> version, PinnedFile pinned) {
        boolean isNewest = version.isEmpty() && !bucket.isReadOnly();
        return isNewest ? pinned.version().commit() : pinned.commit().id();
    }

    /** Hands the file on; it is closed here if that fails. */
    static <T> T closedOnFailure(PinnedFile file, Function<PinnedFile, T> use) {
        boolean handedOn = false;
        try {
            T result = use.apply(file);
            handedOn = true;
            return result;
        } finally {
            if (!handedOn) {
                file.close();
            }
        }
    }
}
