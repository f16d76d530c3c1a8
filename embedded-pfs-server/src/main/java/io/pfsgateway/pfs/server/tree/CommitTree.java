package io.pfsgateway.pfs.server.tree;

import com.google.protobuf.UnsafeByteOperations;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.read.FileAt;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.words.Messages;
import io.pfsgateway.pfs.server.words.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree of one commit, read for one call. For one thread. */
public final class CommitTree {
    private static final Bytes SLASH = Bytes.utf8("/");

    private final EmbeddedPfs pfs;
    private final CommitAt commit;
    private final Directories directories = new Directories(path -> below(Paths.key(path)));

    public CommitTree(EmbeddedPfs pfs, CommitAt commit) {
        this.pfs = pfs;
        this.commit = commit;
    }

    public CommitAt commit() {
        return commit;
    }

    /** The file at a path, if there is one. */
    public Optional<Node> file(String path) {
        String key = Paths.key(path);
        if (!Paths.isFile(key) || key.endsWith("/")) {
            return Optional.empty();
        }
        return pfs.reader()
                .find(commit.readBranch(), commit.readRef(), FilePath.of(key))
                .map(FileAt::row)
                .map(row -> Node.file("/" + key, row));
    }

    /** The directory at a path, if anything is in it. */
    public Optional<Node> directory(String path) {
        String prefix = Paths.directory(path);
        Grouping all = new Grouping(Bytes.utf8(prefix), Bytes.EMPTY);
        List<ListEntry> first = pfs.lister()
                .list(commit.readBranch(), commit.readRef(), all, Optional.empty(), 1)
                .entries();
        return first.isEmpty() ? Optional.empty() : Optional.of(Node.directory("/" + prefix));
    }

    /** What is at a path: the file, else the directory. A path that is not clean is tried as it is, and then cleaned. */
    public Optional<Node> find(String path) {
        Optional<Node> there = file(path).or(() -> directory(path));
        String clean = Paths.clean(path);
        return there.isPresent() || clean.equals(path) ? there : file(clean).or(() -> directory(clean));
    }

    /** Opens a file; nothing where it is not there. The caller closes it. */
    public Optional<OpenFile> open(Node file) {
        return pfs.reader().open(commit.readBranch(), commit.readRef(), FilePath.of(Paths.key(file.path())));
    }

    /** All whose paths begin with the prefix, which has no slash before it; each directory before what is in it. */
    public Answers<Node> below(String prefix) {
        Grouping all = new Grouping(Bytes.utf8(prefix), Bytes.EMPTY);
        return new TreeWalk(new Entries(pfs.lister(), commit, all, Optional.empty()), prefix);
    }

    /** The paths of all files that begin with the prefix, those that mark a directory too. */
    public List<FilePath> keysBelow(String prefix) {
        Grouping all = new Grouping(Bytes.utf8(prefix), Bytes.EMPTY);
        Entries entries = new Entries(pfs.lister(), commit, all, Optional.empty());
        List<FilePath> keys = new ArrayList<>();
        for (Optional<ListEntry> next = entries.next(); next.isPresent(); next = entries.next()) {
            keys.add(new FilePath(next.get().name()));
        }
        return keys;
    }

    /** The file at a path, and then the directory with all that is in it. */
    public Answers<Node> at(String path) {
        Optional<Node> file = file(path);
        Answers<Node> directory = below(Paths.directory(path));
        return Answers.join(Answers.of(file.stream().iterator()), directory);
    }

    /** The files and directories right below a directory, from behind a path. The page size is how many are read at once. */
    public Answers<Node> children(String path, Optional<String> after, int pageSize) {
        String prefix = Paths.directory(path);
        Optional<Bytes> start = after.map(Paths::key).map(Bytes::utf8);
        Grouping level = new Grouping(Bytes.utf8(prefix), SLASH);
        Answers<ListEntry> entries = new Entries(pfs.lister(), commit, level, start, pageSize);
        return new Matching<>(
                entries.map(CommitTree::node), node -> !node.path().equals("/" + prefix));
    }

    private static Node node(ListEntry entry) {
        String path = "/" + entry.name();
        return entry instanceof ListEntry.File file && !path.endsWith("/")
                ? Node.file(path, file.row())
                : Node.directory(path);
    }

    /** What is told of a file or directory. */
    public FileInfo info(Node node) {
        FileInfo.Builder info = FileInfo.newBuilder()
                .setFile(File.newBuilder().setCommit(commit.message()).setPath(node.path()))
                .setFileType(node.isDirectory() ? FileType.DIR : FileType.FILE);
        commit.closed().map(Messages::time).ifPresent(info::setCommitted);
        if (node.isDirectory()) {
            Directories.Total total = directories.total(node.path());
            return info.setSizeBytes(total.sizeBytes())
                    .setHash(UnsafeByteOperations.unsafeWrap(total.hash().buffer()))
                    .build();
        }
        FileRow row = node.row().orElseThrow();
        return info.setSizeBytes(row.size())
                .setHash(UnsafeByteOperations.unsafeWrap(row.hash().bytes().buffer()))
                .build();
    }
}
