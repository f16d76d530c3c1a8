package io.pfsgateway.pfs.server.tree;

import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.server.call.Answers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks what is below a prefix, each directory before what is in it. A directory above the prefix is left out. */
final class TreeWalk implements Answers<Node> {
    private final Answers<ListEntry> files;
    private final String prefix;
    private final Deque<Node> pending = new ArrayDeque<>();
    private @Nullable String last;

    /** Walks over files in order, which all begin with the prefix. */
    TreeWalk(Answers<ListEntry> files, String prefix) {
        this.files = files;
        this.prefix = prefix;
    }

    @Override
    public Optional<Node> next() {
        while (pending.isEmpty()) {
            Optional<ListEntry> entry = files.next();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            if (entry.get() instanceof ListEntry.File file) {
                enter(file.path().toString(), file.row());
            }
        }
        return Optional.of(pending.remove());
    }

    private void enter(String key, FileRow row) {
        String before = last;
        if (before == null && prefix.isEmpty()) {
            pending.add(Node.directory("/"));
        }
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            String directory = key.substring(0, slash + 1);
            boolean entered = before != null && before.startsWith(directory);
            if (!entered && directory.startsWith(prefix)) {
                pending.add(Node.directory("/" + directory));
            }
        }
        // What ends with a slash marks a directory that may hold nothing else.
        if (!key.endsWith("/")) {
            pending.add(Node.file("/" + key, row));
        }
        last = key;
    }

    @Override
    public void close() {
        files.close();
    }
}
