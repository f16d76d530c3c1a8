package io.pfsgateway.pfs.server.file;

import com.google.protobuf.BytesValue;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.tree.CommitTree;
import io.pfsgateway.pfs.server.tree.Matching;
import io.pfsgateway.pfs.server.tree.Node;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.Optional;

/** The bytes of files. What an answer has open is kept readable until the call ends. Safe for any number of threads. */
public final class FileContents {
    private static final String USE_TAR = "Use GetFileTAR instead";

    private final EmbeddedPfs pfs;
    private final Commits commits;

    public FileContents(EmbeddedPfs pfs, Commits commits) {
        this.pfs = pfs;
        this.commits = commits;
    }

    /** The bytes of the one file that a path or pattern names, from an offset on. */
    public Answers<BytesValue> get(GetFileRequest request) {
        CommitTree tree = tree(request);
        File file = request.getFile();
        Node node = tree.file(file.getPath()).orElseGet(() -> single(tree, request));
        return tree.open(node)
                .<Answers<BytesValue>>map(open -> new ContentChunks(open, request.getOffset()))
                .orElseThrow(() -> FileFinder.notFound(tree.commit(), file.getPath()));
    }

    /** A tar stream of all that a path or pattern names, with all that is in the directories among them. */
    public Answers<BytesValue> tar(GetFileRequest request) {
        CommitTree tree = tree(request);
        String path = request.getFile().getPath();
        Answers<Node> matching = tree.find(path).isPresent()
                ? tree.at(FileFinder.directory(tree, path))
                : new Matching<>(candidates(tree, path), new WithinMatch(GlobPattern.of(path))::test);
        Answers<Node> inRange = new Matching<>(matching, node -> FileQueries.isIn(node, request.getPathRange()));
        Node first = inRange.next().orElseThrow(() -> FileFinder.notFound(tree.commit(), path));
        return new TarChunks(Answers.join(Answers.of(Optional.of(first).stream().iterator()), inRange), tree);
    }

    private static Answers<Node> candidates(CommitTree tree, String path) {
        return FileFinder.candidates(tree, GlobPattern.of(path));
    }

    private static Node single(CommitTree tree, GetFileRequest request) {
        String path = request.getFile().getPath();
        GlobPattern pattern = GlobPattern.of(path);
        try (Answers<Node> matching = new Matching<>(FileFinder.candidates(tree, pattern), pattern::matches)) {
            Node first = matching.next().orElseThrow(() -> FileFinder.notFound(tree.commit(), path));
            if (first.isDirectory()) {
                throw refused("cannot get directory or non-regular file. " + USE_TAR);
            }
            if (matching.next().isPresent()) {
                throw refused("matched multiple files. " + USE_TAR);
            }
            return first;
        }
    }

    private static StatusRuntimeException refused(String why) {
        return Status.UNKNOWN.withDescription(why).asRuntimeException();
    }

    private CommitTree tree(GetFileRequest request) {
        if (!request.getFile().hasCommit()) {
            throw Refusals.invalid("file must have a commit");
        }
        if (!request.getURL().isEmpty()) {
            throw Refusals.unimplemented("writing of files to a URL");
        }
        if (request.getOffset() < 0) {
            throw Refusals.invalid("offset must not be negative");
        }
        return new CommitTree(pfs, commits.find(request.getFile().getCommit()));
    }

    /** Whether a node matches, or is in a directory that did; asked in the order of a walk. */
    private static final class WithinMatch {
        private final GlobPattern pattern;
        private Optional<String> directory = Optional.empty();

        WithinMatch(GlobPattern pattern) {
            this.pattern = pattern;
        }

        boolean test(Node node) {
            if (directory.filter(node.path()::startsWith).isPresent()) {
                return true;
            }
            boolean matches = pattern.matches(node);
            directory = matches && node.isDirectory() ? Optional.of(node.path()) : Optional.empty();
            return matches;
        }
    }
}
