package com.example.folderfs;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The root and what lies directly below it: which branches there are, and where. */
final class Folder {
    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    /** Whatever has a branch's name, in no order; {@link #createdAt} knows which of it is one. */
    List<BranchId> names() {
        try (Stream<Path> below = Files.list(root)) {
            return below.map(path -> path.getFileName().toString())
                    .flatMap(name -> branch(name).stream())
                    .toList();
        } catch (IOException | UncheckedIOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }

    private static Optional<BranchId> branch(String folder) {
        try {
            return Optional.of(BranchId.of(BranchName.DEFAULT.value(), folder));
        } catch (BucketFailure noName) {
            return Optional.empty();
        }
    }

    /** When a branch's folder was made, if it is there. */
    Optional<Instant> createdAt(BranchId branch) {
        return attributes(branch).map(folder -> folder.creationTime().toInstant());
    }

    private Optional<BasicFileAttributes> attributes(BranchId branch) {
        if (!branch.project().equals(ProjectName.DEFAULT) || !branch.branch().equals(BranchName.DEFAULT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAttributes(path(branch), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
                    .filter(BasicFileAttributes::isDirectory);
        } catch (NoSuchFileException missing) {
            requireRoot(missing);
            return Optional.empty();
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }

    /** A root that is gone, such as one that is not mounted, must not pass for one without this branch. */
    private void requireRoot(IOException missing) {
        if (!Files.isDirectory(root)) {
            throw FileSystemFailure.unavailable(missing);
        }
    }

    /** A repository's name is letters, digits, {@code _} and {@code -}, so this never leads out of the root. */
    private Path path(BranchId branch) {
        return root.resolve(branch.repo().value());
    }

    /** Fails with {@code NO_SUCH_BUCKET} when a branch is not there. */
    void require(BranchId branch) {
        if (attributes(branch).isEmpty()) {
            throw BucketFailure.noSuchBucket(branch.bucketName());
        }
    }

    /** What a branch holds now; fails with {@code NO_SUCH_BUCKET} when it is not there. */
    FolderState state(BranchId branch) {
        require(branch);
        try {
            return FolderState.of(path(branch), branch.repo());
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }
}
