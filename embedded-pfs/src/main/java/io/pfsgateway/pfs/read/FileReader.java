package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.content.Contents;
import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitInfo;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.Optional;

/**
 * Reads commits and files. A missing branch or commit is a failure, a missing file an empty answer. Everything answered
 * for one call is of one commit. Safe for any number of threads.
 */
public final class FileReader {
    private final Store store;
    private final Contents contents;

    public FileReader(Store store, Contents contents) {
        this.store = store;
        this.contents = contents;
    }

    /** The commit that the reference names on the branch. It costs the same however far back it goes. */
    public CommitPoint resolve(BranchName branch, CommitRef ref) {
        try (View view = store.snapshot()) {
            return Lines.resolve(view, Lines.branch(view, branch), ref);
        }
    }

    /** All that is recorded of a commit. */
    public CommitInfo commit(BranchName branch, CommitRef ref) {
        try (View view = store.snapshot()) {
            BranchState state = Lines.branch(view, branch);
            CommitPoint point = Lines.resolve(view, state, ref);
            return Lines.commit(view, point.at()).at(point.at().sequence());
        }
    }

    /** What the commit that carries the token wrote at the path; nothing where no commit of the branch does, or no branch is. */
    public Optional<FileRow> findWritten(BranchName branch, FilePath path, Bytes token) {
        try (View view = store.snapshot()) {
            return Lines.findBranch(view, branch)
                    .map(BranchState::line)
                    .flatMap(line -> Tables.TOKENS
                            .find(view, Keys.token(line, token))
                            .flatMap(sequence -> Tables.ROWS.find(view, Keys.row(line, path, sequence))))
                    .filter(FileRow.class::isInstance)
                    .map(FileRow.class::cast);
        }
    }

    /** The file at a path as of a commit, without its bytes. */
    public Optional<FileAt> find(BranchName branch, CommitRef ref, FilePath path) {
        Standing standing = standing(branch, ref, path);
        return standing.version()
                .filter(FileRow.class::isInstance)
                .map(row -> new FileAt(standing.commit(), path, (FileRow) row));
    }

    /** Opens the file at a path as of a commit. Its bytes stay readable until the caller closes it. */
    public Optional<OpenFile> open(BranchName branch, CommitRef ref, FilePath path) {
        return look(branch, ref, path) instanceof PathLookup.Found found ? Optional.of(found.file()) : Optional.empty();
    }

    /** Looks a path up as of a commit, and opens the file if there is one. The caller closes it. */
    public PathLookup look(BranchName branch, CommitRef ref, FilePath path) {
        while (true) {
            Standing standing = standing(branch, ref, path);
            if (standing.version().isEmpty()) {
                return new PathLookup.Absent(standing.commit());
            }
            if (standing.version().get() instanceof DeletedRow deleted) {
                return new PathLookup.Deleted(standing.commit(), deleted);
            }
            FileAt file = new FileAt(
                    standing.commit(), path, (FileRow) standing.version().get());
            Optional<PinnedContent> pinned = contents.pin(file.row().content());
            if (pinned.isPresent()) {
                return new PathLookup.Found(new OpenFile(file, pinned.get()));
            }
            requireNotLost(file);
        }
    }

    private record Standing(CommitPoint commit, Optional<FileVersion> version) {}

    private Standing standing(BranchName branch, CommitRef ref, FilePath path) {
        if (ref.equals(CommitRef.HEAD)) {
            return atHead(branch, path);
        }
        try (View view = store.snapshot()) {
            CommitPoint point = Lines.resolve(view, Lines.branch(view, branch), ref);
            Optional<FileVersion> version = Rows.findVersion(view, point.at(), path);
            return new Standing(point, version);
        }
    }

    /**
     * The rows of a line stay as they are as long as its branch is there, and the head says which of them count: so all that is
     * read here is of one commit, although others may be made meanwhile. Where the branch went with its rows, the look is repeated.
     */
    private Standing atHead(BranchName name, FilePath path) {
        try (View view = store.view()) {
            while (true) {
                BranchState branch = Lines.branch(view, name);
                Optional<Standing> standing = atHead(view, branch, path);
                if (standing.isPresent()) {
                    return standing.get();
                }
            }
        }
    }

    /** Empty where the branch is not there any more. */
    private static Optional<Standing> atHead(View view, BranchState branch, FilePath path) {
        CommitPoint head = Lines.head(branch);
        Optional<FileVersion> version;
        try {
            version = Rows.findAtHead(view, head.at(), path);
        } catch (PfsException failure) {
            if (Lines.isThere(view, branch.name(), branch.line())) {
                throw failure;
            }
            return Optional.empty();
        }
        return version.isPresent() || Lines.isThere(view, branch.name(), branch.line())
                ? Optional.of(new Standing(head, version))
                : Optional.empty();
    }

    /** A content may go only after its branch went. */
    private void requireNotLost(FileAt file) {
        try (View view = store.view()) {
            CommitPoint point = file.commit();
            boolean sameBranch = Lines.isThere(view, point.branch(), point.branchLine());
            if (sameBranch && contents.isLost(file.row().content())) {
                throw PfsException.corrupt("Content " + file.row().content() + " of " + file.path() + " is missing");
            }
        }
    }
}
