package com.example.folderfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * A file as the folder tells of it.
 *
 * @param number what tells it from a file that took its place with the same size and time: the inode, where there are such
 */
record FolderEntry(Path path, long sizeBytes, FileTime changedAt, String number) {
    static FolderEntry of(Path path, BasicFileAttributes attributes) {
        return new FolderEntry(
                path, attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
    }

    /** Whether this is still the file at its path, and unchanged. */
    boolean isStillThere() throws IOException {
        return equals(of(path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
    }
}
