package io.pfsgateway.pfs.server.change;

import io.grpc.Status;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.commit.Change;
import io.pfsgateway.pfs.commit.CommitPlan;
import io.pfsgateway.pfs.commit.FileSource;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.staged.StagedPart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a change set into a commit. A file of several pieces is composed of them without moving bytes; where the first of
 * them is the file that is there, the commit is made only if that is still so, and else tried anew. For one thread.
 */
final class ChangeCommit {
    private static final int ATTEMPTS = 20;

    private final EmbeddedPfs pfs;
    private final BranchName branch;
    private final ChangeSet set;
    private final List<ContentId> staged = new ArrayList<>();
    private final IdentityHashMap<Piece, ContentId> stagedPieces = new IdentityHashMap<>();
    private final List<OpenFile> bases = new ArrayList<>();

    ChangeCommit(EmbeddedPfs pfs, BranchName branch, ChangeSet set) {
        this.pfs = pfs;
        this.branch = branch;
        this.set = set;
    }

    /** Makes the commit; none where nothing changes. */
    void run() {
        set.settle();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (attempt()) {
                    return;
                }
            }
        } finally {
            pfs.staging().release(staged);
        }
        throw Status.ABORTED
                .withDescription("a file that is appended to changes all the time; try again")
                .asRuntimeException();
    }

    /** Whether it was made: it is not where a file that is appended to has changed since it was looked at. */
    private boolean attempt() {
        try {
            pfs.files().commit(CommitPlan.of(branch, plan()));
            return true;
        } catch (PfsException failure) {
            if (failure.kind() == FailureKind.PRECONDITION_FAILED) {
                return false;
            }
            throw failure;
        } finally {
            bases.forEach(OpenFile::close);
            bases.clear();
        }
    }

    private List<Change> plan() {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<FilePath, PathChange> entry : set.changes().entrySet()) {
            change(entry.getKey(), entry.getValue()).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<Change> change(FilePath path, PathChange change) {
        List<Piece> pieces = change.pieces();
        if (pieces.isEmpty()) {
            return change.isReplaced() ? Optional.of(new Change.Delete(path, Precondition.NONE)) : Optional.empty();
        }
        if (change.isReplaced()) {
            return Optional.of(put(path, pieces, Precondition.NONE));
        }
        Optional<OpenFile> base = pfs.reader().open(branch, CommitRef.HEAD, path);
        base.ifPresent(bases::add);
        return base.isEmpty()
                ? Optional.of(put(path, pieces, Precondition.ABSENT))
                : appended(path, base.get(), pieces);
    }

    private Optional<Change> appended(FilePath path, OpenFile base, List<Piece> pieces) {
        Precondition unchanged = newest -> newest.flatMap(FileVersion::file)
                .filter(row -> row.content().equals(base.file().row().content()))
                .isPresent();
        boolean addsNothing = pieces.stream().allMatch(piece -> piece.sizeBytes() == 0);
        if (addsNothing) {
            return Optional.empty();
        }
        List<Piece> all = new ArrayList<>(pieces);
        if (base.size() > 0) {
            all.add(0, new Piece.Copied(base));
        }
        return Optional.of(put(path, all, unchanged));
    }

    private Change put(FilePath path, List<Piece> pieces, Precondition precondition) {
        Piece first = pieces.get(0);
        if (pieces.size() > 1 || stagedPieces.containsKey(first)) {
            List<PartSource> parts = pieces.stream().map(this::stage).toList();
            return new Change.Put(path, new FileSource.Composed(parts), Bytes.EMPTY, precondition);
        }
        if (first instanceof Piece.Copied copied) {
            FileSource source = new FileSource.Copied(copied.file().content());
            return new Change.Put(path, source, copied.attributes(), precondition);
        }
        FileSource source =
                new FileSource.Written(((Piece.Written) first).writer().finish());
        return new Change.Put(path, source, Bytes.EMPTY, precondition);
    }

    /** A piece is staged once, however often the commit is tried. */
    private PartSource stage(Piece piece) {
        return new PartSource(stagedPieces.computeIfAbsent(piece, this::stageAnew), Bytes.EMPTY);
    }

    private ContentId stageAnew(Piece piece) {
        StagedPart part = piece instanceof Piece.Copied copied
                ? pfs.staging().stageRange(copied.file().content(), 0, copied.sizeBytes(), StagedLeftovers.OWNER)
                : pfs.staging().stage(((Piece.Written) piece).writer(), StagedLeftovers.OWNER);
        staged.add(part.id());
        return part.id();
    }
}
