package io.pfsgateway.pfs.server.file;

import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.tree.CommitTree;
import io.pfsgateway.pfs.server.tree.Node;
import io.pfsgateway.pfs.server.words.Paths;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.stream.Stream;

/** Finds what requests mean by a path. */
final class FileFinder {
    private FileFinder() {}

    static StatusRuntimeException notFound(CommitAt commit, String path) {
        return Refusals.fileNotFound(
                path, commit.branch().repository(), commit.id().toString());
    }

    /** The path as it came where something is there, else cleaned. */
    static String directory(CommitTree tree, String path) {
        String clean = Paths.clean(path);
        boolean asIs = clean.equals(path)
                || tree.file(path).isPresent()
                || tree.directory(path).isPresent();
        return asIs ? path : clean;
    }

    /** The order of paths in every listing. */
    static int compare(String path, String other) {
        return Bytes.utf8(path).compareTo(Bytes.utf8(other));
    }

    /** What could match a pattern. A pattern that is a path is tried without looking at anything else. */
    static Answers<Node> candidates(CommitTree tree, GlobPattern pattern) {
        String prefix = pattern.prefix();
        if (!pattern.isPlain()) {
            return tree.below(Paths.key(prefix));
        }
        return Answers.of(Stream.concat(tree.file(prefix).stream(), tree.directory(prefix).stream())
                .iterator());
    }
}
