package com.example.folderfs;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.contract.Preparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A root with its file system, and the ways in which its owner changes it, as the rule of the folder has it: by moving. */
final class FolderUnderTest implements Preparation {
    /** What a folder can do. */
    static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.complementOf(EnumSet.of(
            Capability.TAKES_CHANGES,
            Capability.KEEPS_HISTORY,
            Capability.LETS_BRANCHES_SHARE_REPOSITORY,
            Capability.HOLDS_EVERY_KEY,
            Capability.KNOWS_DELETIONS,
            Capability.KNOWS_WRITERS,
            Capability.KEEPS_ATTRIBUTES)));

    private final Path root;
    private final Path incoming;
    private final FileSystem ports;

    FolderUnderTest(Path temporary) {
        this.root = temporary.resolve("root");
        this.incoming = temporary.resolve("incoming");
        this.ports = FolderFileSystem.below(root);
        doing(() -> Files.createDirectories(root));
    }

    FileSystem ports() {
        return ports;
    }

    Path root() {
        return root;
    }

    Path path(BranchId branch) {
        return root.resolve(branch.repo().value());
    }

    @Override
    public void makeBranch(BranchId branch) {
        doing(() -> Files.createDirectory(path(branch)));
    }

    @Override
    public void removeBranch(BranchId branch) {
        doing(() -> {
            try (Stream<Path> below = Files.walk(path(branch))) {
                for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return root;
        });
    }

    @Override
    public void writeFile(BranchId branch, ObjectKey key, byte[] bytes) {
        Path file = path(branch).resolve(key.value());
        doing(() -> {
            Files.createDirectories(file.getParent());
            return Files.move(Files.write(incoming, bytes), file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** Folders that are empty then stay, as they do for everyone who deletes files. */
    @Override
    public void removeFiles(BranchId branch, List<ObjectKey> keys) {
        keys.forEach(key -> doing(() -> {
            Files.delete(path(branch).resolve(key.value()));
            return root;
        }));
    }

    private interface Step {
        Path take() throws IOException;
    }

    private static void doing(Step step) {
        try {
            step.take();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
