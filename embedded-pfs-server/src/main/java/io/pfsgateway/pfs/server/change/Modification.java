package io.pfsgateway.pfs.server.change;

import com.google.protobuf.ByteString;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.protocol.AddFile;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CopyFile;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.tree.CommitTree;
import io.pfsgateway.pfs.server.tree.Node;
import io.pfsgateway.pfs.server.words.Paths;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call that changes files. Closing it lets go of all that was not committed. For one thread at a time. */
public final class Modification implements AutoCloseable {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final ChangeSet set;
    private Optional<Target> target = Optional.empty();

    public Modification(EmbeddedPfs pfs, Commits commits, ChangeMemory memory) {
        this.pfs = pfs;
        this.commits = commits;
        this.set = new ChangeSet(pfs.staging(), memory);
    }

    /** Takes in one message; the first names the commit. */
    public void take(ModifyFileRequest request) {
        switch (request.getBodyCase()) {
            case SET_COMMIT -> begin(request.getSetCommit());
            case ADD_FILE -> add(request.getAddFile());
            case DELETE_FILE -> delete(request.getDeleteFile().getPath());
            case COPY_FILE -> copy(request.getCopyFile());
            case BODY_NOT_SET -> throw Refusals.invalid("unrecognized message type");
        }
    }

    /** Makes the commit of all that was taken in. */
    public void commit() {
        Target found = target();
        found.ensureBranch();
        try {
            new ChangeCommit(pfs, found.branch(), set).run();
        } catch (PfsException failure) {
            throw failure.kind() == FailureKind.NO_SUCH_BRANCH ? found.gone(failure) : failure;
        }
    }

    private void begin(Commit commit) {
        if (target.isPresent()) {
            throw Refusals.invalid("cannot set commit");
        }
        target = Optional.of(Target.of(pfs, commits, commit));
    }

    private Target target() {
        return target.orElseThrow(() -> Refusals.invalid("first message must be a set commit"));
    }

    private void add(AddFile file) {
        target();
        if (file.hasUrl()) {
            throw Refusals.unimplemented("reading of files from a URL");
        }
        set.append(Paths.written(file.getPath()), file.hasRaw() ? file.getRaw().getValue() : ByteString.EMPTY);
    }

    /** A path that ends with a slash means a directory with all that is in it. */
    private void delete(String path) {
        Optional<CommitTree> tree = tree();
        if (path.endsWith("/")) {
            deleteBelow(tree, path);
            return;
        }
        boolean asIs = tree.flatMap(files -> files.file(path)).isPresent();
        set.delete(Paths.stored(path, asIs ? path : Paths.clean(path)));
    }

    private void deleteBelow(Optional<CommitTree> tree, String path) {
        boolean asIs = tree.flatMap(files -> files.directory(path)).isPresent();
        String prefix = Paths.directory(asIs ? path : Paths.clean(path));
        List<FilePath> there = new ArrayList<>();
        tree.ifPresent(files -> there.addAll(files.keysBelow(prefix)));
        set.changes().keySet().stream()
                .filter(changed -> changed.toString().startsWith(prefix))
                .forEach(there::add);
        there.forEach(set::delete);
    }

    private Optional<CommitTree> tree() {
        return target().head().map(head -> new CommitTree(pfs, head));
    }

    /** A directory is copied with all that is in it. */
    private void copy(CopyFile copy) {
        target();
        CommitTree tree = new CommitTree(pfs, commits.find(copy.getSrc().getCommit()));
        String asked = copy.getSrc().getPath();
        Node source = tree.find(asked)
                .orElseThrow(() -> Refusals.fileNotFound(
                        asked,
                        tree.commit().branch().repository(),
                        tree.commit().id().toString()));
        if (!source.isDirectory()) {
            copy(tree, source, Paths.written(copy.getDst()), copy.getAppend());
            return;
        }
        String base = Paths.clean(copy.getDst());
        try (Answers<Node> nodes = tree.below(Paths.key(source.path()))) {
            for (Optional<Node> next = nodes.next(); next.isPresent(); next = nodes.next()) {
                Node node = next.get();
                if (!node.isDirectory()) {
                    String path =
                            base + "/" + node.path().substring(source.path().length());
                    copy(tree, node, Paths.written(path), copy.getAppend());
                }
            }
        }
    }

    private void copy(CommitTree tree, Node file, FilePath path, boolean append) {
        var open = tree.open(file)
                .orElseThrow(() -> new IllegalStateException(file.path() + " is in a commit that cannot change"));
        if (!append) {
            set.delete(path);
        }
        set.append(path, open);
    }

    @Override
    public void close() {
        set.close();
    }
}
