package io.pfsgateway.pfs.server.tree;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.server.call.Answers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sizes and hashes of directories. Asked for one, it walks all that is in it, and keeps what it learned of those below it
 * until another is asked for: a walk that asks for each directory as it comes to it reads everything once. For one thread.
 */
final class Directories {
    private final Function<String, Answers<Node>> walks;
    private final Map<String, Total> known = new HashMap<>();

    /** The bytes of all files in a directory, and the hash over those of its children. */
    record Total(long sizeBytes, Bytes hash) {}

    /**
     * @param walks walks a directory, itself first
     */
    Directories(Function<String, Answers<Node>> walks) {
        this.walks = walks;
    }

    Total total(String directory) {
        Total before = known.remove(directory);
        if (before != null) {
            return before;
        }
        known.clear();
        sum(directory);
        Total found = known.remove(directory);
        return found == null ? new Open(directory).total() : found;
    }

    private void sum(String directory) {
        Deque<Open> open = new ArrayDeque<>();
        try (Answers<Node> nodes = walks.apply(directory)) {
            for (Optional<Node> next = nodes.next(); next.isPresent(); next = nodes.next()) {
                Node node = next.get();
                leave(open, node.path());
                if (node.isDirectory()) {
                    open.push(new Open(node.path()));
                } else {
                    count(open.peek(), node.row().orElseThrow());
                }
            }
        }
        leave(open, "");
    }

    private static void count(@Nullable Open directory, FileRow row) {
        if (directory != null) {
            directory.add(row.size(), row.hash().bytes());
        }
    }

    /** Closes the directories that a path is not in. */
    private void leave(Deque<Open> open, String path) {
        for (Open top = open.peek(); top != null && !path.startsWith(top.path); top = open.peek()) {
            open.pop();
            Total total = top.total();
            known.put(top.path, total);
            Open parent = open.peek();
            if (parent != null) {
                parent.add(total.sizeBytes(), total.hash());
            }
        }
    }

    /** A directory that is being walked. */
    private static final class Open {
        private final String path;
        private final MessageDigest digest = sha256();
        private long sizeBytes;

        Open(String path) {
            this.path = path;
        }

        void add(long childBytes, Bytes childHash) {
            sizeBytes += childBytes;
            digest.update(childHash.buffer());
        }

        Total total() {
            return new Total(sizeBytes, Bytes.owning(digest.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
