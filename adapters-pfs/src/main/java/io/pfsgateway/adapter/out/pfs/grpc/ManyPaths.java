package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the files at many paths of a commit by reading on in stretches from the first of them, since a question for each costs the
 * server more than a whole stretch. That pays while a stretch holds enough of what is looked for: where the paths lie far apart,
 * the rest is left for others to ask about.
 */
final class ManyPaths {
    /** Fewer than this are asked about one by one, at once. */
    static final int MANY = 64;

    private static final int ENTRIES_PER_PATH = 2;

    /** Of so many entries at least one was looked for, or the next stretch is not read. */
    private static final int MOST_ENTRIES_FOR_A_PATH = 50;

    private final FilePages pages;
    private final Commit at;
    private final Map<String, FileInfo> found = new HashMap<>();
    private final NavigableSet<String> left = new TreeSet<>(ObjectKey::compareUtf8);

    ManyPaths(PfsClient client, Commit at, Collection<String> paths) {
        this.pages = new FilePages(client);
        this.at = at;
        this.left.addAll(paths);
    }

    /** Reads on while that pays. */
    void read() throws StatusException {
        boolean pays = true;
        while (pays && left.size() > MANY) {
            int number = ENTRIES_PER_PATH * left.size();
            int before = left.size();
            take(read(number), number);
            pays = (before - left.size()) * MOST_ENTRIES_FOR_A_PATH >= number;
        }
    }

    private List<FileInfo> read(int number) throws StatusException {
        List<FileInfo> stretch = new ArrayList<>();
        try (EntryStream entries = pages.walk(at, PathOrder.before(left.first()), left.last(), number)) {
            for (Optional<FileInfo> next = entries.next(); next.isPresent(); next = entries.next()) {
                stretch.add(next.get());
            }
        }
        return stretch;
    }

    private void take(List<FileInfo> stretch, int number) {
        for (FileInfo info : stretch) {
            String path = info.getFile().getPath();
            if (info.getFileType() == FileType.FILE && left.contains(path)) {
                found.put(path, info);
            }
        }
        if (stretch.size() < number) {
            left.clear();
        } else {
            left.headSet(PathOrder.behind(FilePages.path(stretch.get(number - 1))))
                    .clear();
        }
    }

    /** The files that were found. */
    Map<String, FileInfo> found() {
        return found;
    }

    /** The paths of which nothing is known yet. */
    List<String> left() {
        return List.copyOf(left);
    }
}
