package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import java.util.Optional;

/** What a commit did to a key: wrote it, or deleted it where there is no file. */
record Change(CommitInfo commit, ObjectKey key, Optional<StoredFile> file) {
    VersionEntry entry(boolean latest) {
        return file.map(stored -> VersionEntry.version(commit, latest, stored.version()))
                .orElseGet(() -> VersionEntry.deletion(key.value(), commit, latest));
    }
}
