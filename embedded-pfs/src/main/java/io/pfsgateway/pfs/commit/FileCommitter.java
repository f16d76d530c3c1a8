package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.content.ContentNumbers;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.content.NewContent;
import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitKind;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Precondition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Commits files at the head of a branch. Each call is one atomic commit, durable when it returns; a call that fails made
 * none, except for {@link FailureKind#OUTCOME_UNKNOWN}. Safe for any number of threads.
 */
public final class FileCommitter {
    private final Committer committer;
    private final SourceResolver sources;
    private final EpochPolicy epochs;
    private final LongAdder commits = new LongAdder();

    public FileCommitter(Committer committer, ContentNumbers numbers, EpochPolicy epochs) {
        this.committer = committer;
        this.sources = new SourceResolver(numbers);
        this.epochs = epochs;
    }

    /** Commits the bytes that the writer took, finishing it first. The caller closes the writer. */
    public CommitResult put(
            BranchName branch, FilePath path, ContentWriter bytes, Bytes attributes, Precondition precondition) {
        FileSource source = new FileSource.Written(bytes.finish());
        return commit(CommitPlan.of(branch, List.of(new Change.Put(path, source, attributes, precondition))));
    }

    /** Commits the bytes of an open file under another path, without moving them. */
    public CommitResult copy(
            BranchName branch, FilePath path, PinnedContent bytes, Bytes attributes, Precondition precondition) {
        FileSource source = new FileSource.Copied(bytes);
        return commit(CommitPlan.of(branch, List.of(new Change.Put(path, source, attributes, precondition))));
    }

    /** Deletes files in one commit; where none of them was there, no commit is made. */
    public CommitResult delete(BranchName branch, List<Change.Delete> deletions) {
        return commit(CommitPlan.of(branch, List.copyOf(deletions)));
    }

    /**
     * Puts staged parts together to a file, without moving their bytes. The parts stay staged until they are released. A
     * second call with the same token is answered with the first one's commit, whatever happened to the parts since.
     */
    public CommitResult compose(
            BranchName branch,
            FilePath path,
            List<PartSource> staged,
            Bytes attributes,
            Precondition precondition,
            Bytes token) {
        Change file = new Change.Put(path, new FileSource.Composed(staged), attributes, precondition);
        return commit(new CommitPlan(branch, List.of(file), CommitKind.COMPOSE, "", token));
    }

    /** Makes any commit. */
    public CommitResult commit(CommitPlan plan) {
        List<NewContent> taken = new ArrayList<>();
        boolean mayBeCommitted = false;
        try {
            claim(plan, taken);
            CommitResult result = committer.run(new CommitOperation(plan, sources, epochs));
            mayBeCommitted = !result.repeated();
            if (mayBeCommitted && result.commit().isPresent()) {
                commits.increment();
            }
            return result;
        } catch (PfsException failure) {
            mayBeCommitted = failure.kind() == FailureKind.OUTCOME_UNKNOWN;
            throw failure;
        } finally {
            if (!mayBeCommitted) {
                taken.forEach(NewContent::unclaim);
            }
        }
    }

    /** How many commits were made. */
    public long commits() {
        return commits.sum();
    }

    private static void claim(CommitPlan plan, List<NewContent> taken) {
        for (Change change : plan.changes()) {
            if (change instanceof Change.Put put && put.source() instanceof FileSource.Written written) {
                written.content().claim();
                taken.add(written.content());
            }
        }
    }
}
