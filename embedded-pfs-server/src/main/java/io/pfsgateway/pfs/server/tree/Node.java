package io.pfsgateway.pfs.server.tree;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FileRow;
import java.util.Optional;

/** A file or a directory. The path begins with a slash, and a directory's ends with one; only a file has a row. */
public record Node(String path, Optional<FileRow> row) {
    public static Node directory(String path) {
        return new Node(path, Optional.empty());
    }

    public static Node file(String path, FileRow row) {
        return new Node(path, Optional.of(row));
    }

    public boolean isDirectory() {
        return row.isEmpty();
    }

    /** Compared by the bytes of the paths, which is the order of every listing. */
    public int compareTo(String other) {
        return Bytes.utf8(path).compareTo(Bytes.utf8(other));
    }
}
