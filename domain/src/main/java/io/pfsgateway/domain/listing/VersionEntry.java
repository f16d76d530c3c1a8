package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.FileVersion;
import java.util.Optional;

/**
 * One entry of a page of versions: a version, a deletion, or a common prefix.
 *
 * @param name the key or the prefix
 * @param commit the commit that made the change; empty for a common prefix
 * @param latest whether it is the newest change to its key
 * @param file the file as the commit left it; empty for a deletion and for a common prefix
 */
public record VersionEntry(String name, Optional<CommitInfo> commit, boolean latest, Optional<FileVersion> file) {
    public static VersionEntry version(CommitInfo commit, boolean latest, FileVersion file) {
        return new VersionEntry(file.key().value(), Optional.of(commit), latest, Optional.of(file));
    }

    public static VersionEntry deletion(String key, CommitInfo commit, boolean latest) {
        return new VersionEntry(key, Optional.of(commit), latest, Optional.empty());
    }

    public static VersionEntry commonPrefix(String prefix) {
        return new VersionEntry(prefix, Optional.empty(), false, Optional.empty());
    }

    /** Whether it is a common prefix and not a change to a key. */
    public boolean isCommonPrefix() {
        return commit.isEmpty();
    }
}
