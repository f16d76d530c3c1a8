package com.example.folderfs;

import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.util.Optional;

/** Reads the folder as it is. Only the head is ever found. */
final class FolderCommitReader implements CommitReader {
    private static final int ATTEMPTS = 10;

    private final Folder folder;

    FolderCommitReader(Folder folder) {
        this.folder = folder;
    }

    @Override
    public CommitInfo resolve(BranchId branch, CommitRef ref) {
        return folder.state(branch).at(ref, "").commit();
    }

    @Override
    public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
        // A file that changes between the look and the opening would be served under another's headers: look again.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FolderState state = folder.state(branch).at(ref, key.value());
            Optional<FolderEntry> entry = state.find(key);
            if (entry.isEmpty()) {
                return new FileLookup.Absent(state.commit());
            }
            Optional<PinnedFile> pinned = FolderPinnedFile.open(state, key, entry.get());
            if (pinned.isPresent()) {
                return new FileLookup.Found(pinned.get());
            }
        }
        throw FileSystemFailure.unavailable(new IOException("The file never stayed the same for long enough"));
    }
}
