package com.example.folderfs;

import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Collects the files below a folder by their keys. What goes while it walks was not there; links are not followed. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final NavigableMap<ObjectKey, FolderEntry> files = new TreeMap<>();

    private FolderWalk(Path top) {
        this.top = top;
    }

    static NavigableMap<ObjectKey, FolderEntry> below(Path top) throws IOException {
        FolderWalk walk = new FolderWalk(top);
        Files.walkFileTree(top, walk);
        return walk.files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            key(file).ifPresent(key -> files.put(key, FolderEntry.of(file, attributes)));
        }
        return FileVisitResult.CONTINUE;
    }

    private Optional<ObjectKey> key(Path file) {
        String path = StreamSupport.stream(top.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        try {
            return Optional.of(new ObjectKey(path));
        } catch (KeyFailure noKey) {
            return Optional.empty();
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        return goOn(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : goOn(failure);
    }

    private static FileVisitResult goOn(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
