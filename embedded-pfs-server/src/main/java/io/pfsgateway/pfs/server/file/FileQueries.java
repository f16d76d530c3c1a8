package io.pfsgateway.pfs.server.file;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.GlobFileRequest;
import io.pfsgateway.pfs.protocol.ListFileRequest;
import io.pfsgateway.pfs.protocol.PathRange;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.tree.CommitTree;
import io.pfsgateway.pfs.server.tree.Matching;
import io.pfsgateway.pfs.server.tree.Node;
import io.pfsgateway.pfs.server.words.Paths;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.Optional;

/** What is in a commit. Safe for any number of threads. */
public final class FileQueries {
    private static final int PAGE = 1_000;

    private final EmbeddedPfs pfs;
    private final Commits commits;

    public FileQueries(EmbeddedPfs pfs, Commits commits) {
        this.pfs = pfs;
        this.commits = commits;
    }

    /** The file or directory at a path. */
    public FileInfo inspect(File file) {
        CommitTree tree = tree(file);
        Node node = tree.find(file.getPath()).orElseThrow(() -> FileFinder.notFound(tree.commit(), file.getPath()));
        return tree.info(node);
    }

    /** What is right below a directory; a file stands for itself. */
    public Answers<FileInfo> list(ListFileRequest request) {
        Page page = Page.of(
                request.getNumber(),
                request.getReverse(),
                marker(request.hasPaginationMarker(), request.getPaginationMarker()));
        CommitTree tree = tree(request.getFile());
        String path = FileFinder.directory(tree, request.getFile().getPath());
        Answers<Node> file = Answers.of(tree.file(path).stream().iterator());
        Answers<Node> children = tree.children(path, page.start(), page.readSize(PAGE));
        return page.cut(Answers.join(file, children)).map(tree::info);
    }

    /** All that is below a directory, the directory itself first; a file stands for itself. */
    public Answers<FileInfo> walk(WalkFileRequest request) {
        Page page = Page.of(
                request.getNumber(),
                request.getReverse(),
                marker(request.hasPaginationMarker(), request.getPaginationMarker()));
        CommitTree tree = tree(request.getFile());
        String path = request.getFile().getPath();
        String there = tree.find(path).map(Node::path).orElse("/");
        if (there.equals("/") && !Paths.clean(path).equals("/")) {
            throw FileFinder.notFound(tree.commit(), path);
        }
        return page.cut(tree.at(FileFinder.directory(tree, path))).map(tree::info);
    }

    /** Whatever matches a pattern. */
    public Answers<FileInfo> glob(GlobFileRequest request) {
        CommitTree tree = new CommitTree(pfs, commits.find(request.getCommit()));
        GlobPattern pattern = GlobPattern.of(request.getPattern());
        PathRange range = request.getPathRange();
        Answers<Node> matching = new Matching<>(
                FileFinder.candidates(tree, pattern), node -> isIn(node, range) && pattern.matches(node));
        return matching.map(tree::info);
    }

    static boolean isIn(Node node, PathRange range) {
        boolean below = range.getUpper().isEmpty() || node.compareTo(range.getUpper()) < 0;
        return below && (range.getLower().isEmpty() || node.compareTo(range.getLower()) >= 0);
    }

    private CommitTree tree(File file) {
        if (!file.hasCommit()) {
            throw Refusals.invalid("file must have a commit");
        }
        return new CommitTree(pfs, commits.find(file.getCommit()));
    }

    private static Optional<String> marker(boolean given, File marker) {
        return given ? Optional.of(marker.getPath()) : Optional.empty();
    }
}
