package com.example.folderfs;

import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What a repository held at one moment: the head of its branch, and the one commit that there is. It never changes, and two of
 * them are of one commit only if nothing has changed between.
 */
record FolderState(RepoName repo, CommitInfo commit, NavigableMap<ObjectKey, FolderEntry> files) {
    FolderState {
        files = Collections.unmodifiableNavigableMap(files);
    }

    static FolderState of(Path top, RepoName repo) throws IOException {
        NavigableMap<ObjectKey, FolderEntry> files = FolderWalk.below(top);
        StateHash hash = new StateHash().add("commit").add(repo.value());
        Instant newest = Instant.EPOCH;
        for (var file : files.entrySet()) {
            addTo(hash, file.getKey(), file.getValue());
            Instant changedAt = file.getValue().changedAt().toInstant();
            newest = changedAt.isAfter(newest) ? changedAt : newest;
        }
        return new FolderState(repo, new CommitInfo(hash.toCommitId(), newest), files);
    }

    /** This state, if a reference names it; anything else, the commits before it too, is {@code NO_SUCH_VERSION}. */
    FolderState at(CommitRef ref, String key) {
        CommitId base = ref.base().orElse(commit.id());
        if (ref.ancestors() > 0 || !base.equals(commit.id())) {
            throw KeyFailure.noSuchVersion(key, ref.toString());
        }
        return this;
    }

    /** A file, if it is there. */
    Optional<FolderEntry> find(ObjectKey key) {
        return Optional.ofNullable(files.get(key));
    }

    /**
     * A file in the words of the domain. Its tag stands for its bytes without their having been read: it changes whenever the
     * folder shows a change, and no two files share one.
     */
    FileVersion version(ObjectKey key, FolderEntry file) {
        StateHash hash = addTo(new StateHash().add("file").add(repo.value()), key, file);
        return new FileVersion(
                key,
                file.sizeBytes(),
                EntityTag.single(hash.toContentHash()),
                file.changedAt().toInstant(),
                commit.id(),
                ObjectAttributes.NONE);
    }

    private static StateHash addTo(StateHash hash, ObjectKey key, FolderEntry file) {
        return hash.add(key.value())
                .add(Long.toString(file.sizeBytes()))
                .add(file.changedAt().toInstant().toString())
                .add(file.number());
    }
}
