package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Squashed;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import java.util.List;
import java.util.Optional;

/** Makes one commit of files at the head of a branch. */
final class CommitOperation implements Operation<CommitResult> {
    private final CommitPlan plan;
    private final SourceResolver sources;
    private final EpochPolicy epochs;

    CommitOperation(CommitPlan plan, SourceResolver sources, EpochPolicy epochs) {
        this.plan = plan;
        this.sources = sources;
        this.epochs = epochs;
    }

    @Override
    public CommitResult apply(Session session, Moment moment) {
        BranchState branch = Lines.branch(session, plan.branch());
        Optional<CommitResult> earlier = findByToken(session, branch, plan);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        CommitDraft draft = new CommitDraft(session, branch, sources, moment);
        draft.lookAhead(plan.changes());
        List<ChangeOutcome> outcomes = plan.changes().stream().map(draft::apply).toList();
        return draft.isEmpty()
                ? new CommitResult(Optional.empty(), outcomes, false)
                : new CommitResult(Optional.of(draft.finish(plan, epochs, moment)), outcomes, false);
    }

    private static Optional<CommitResult> findByToken(Session session, BranchState branch, CommitPlan plan) {
        if (plan.token().isEmpty()) {
            return Optional.empty();
        }
        return Tables.TOKENS
                .find(session, Keys.token(branch.line(), plan.token()))
                .map(sequence -> repeated(session, new LineSequence(branch.line(), sequence), plan));
    }

    private static CommitResult repeated(Session session, LineSequence place, CommitPlan plan) {
        List<ChangeOutcome> outcomes = plan.changes().stream()
                .map(change -> outcomeAt(session, place, change.path()))
                .toList();
        LineSequence standing = Squashed.standing(session, place);
        return new CommitResult(Optional.of(Lines.commit(session, standing).at(standing.sequence())), outcomes, true);
    }

    private static ChangeOutcome outcomeAt(Session session, LineSequence place, FilePath path) {
        Optional<FileVersion> version = Tables.ROWS.find(session, Keys.row(place.line(), path, place.sequence()));
        if (version.isEmpty()) {
            return new ChangeOutcome(path, ChangeOutcome.Kind.ABSENT, Optional.empty());
        }
        return version.get() instanceof FileRow row
                ? new ChangeOutcome(path, ChangeOutcome.Kind.WRITTEN, Optional.of(row))
                : new ChangeOutcome(path, ChangeOutcome.Kind.DELETED, Optional.empty());
    }

    @Override
    public boolean freesSpace() {
        return plan.changes().stream().allMatch(Change.Delete.class::isInstance);
    }
}
