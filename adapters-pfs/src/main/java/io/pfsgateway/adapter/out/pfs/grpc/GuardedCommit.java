package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.condition.WriteCondition.Verdict;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Commits files under the branch's lock: what stands at the key is looked at, the condition decided, the attributes announced, the
 * stream closed, and what came of it looked at and confirmed. The lock keeps other gateways out from the look to the end, which is
 * what makes a condition hold; writers that go past the gateways it keeps out as little as pachd does.
 */
final class GuardedCommit {
    private final WriterLocks locks;
    private final Lookout lookout;
    private final Conditions conditions;
    private final CommitWitness witness;
    private final Descriptions descriptions;
    private final SeenBranches seen;

    GuardedCommit(PfsClient client, WriterLocks locks, Descriptions descriptions, SeenBranches seen) {
        this.locks = locks;
        this.lookout = new Lookout(client);
        this.conditions = new Conditions(client, descriptions);
        this.witness = new CommitWitness(client);
        this.descriptions = descriptions;
        this.seen = seen;
    }

    private BranchLock lock(FileTarget target) {
        return target.condition().isNone()
                ? locks.take(target.branch())
                : locks.takeToDecide(target.branch(), target.key().value());
    }

    /** Commits what was streamed. */
    CommittedFile commit(FileTarget target, AnnouncedFile file, Modification modification) {
        return commit(target, file, modification, Optional::empty);
    }

    /**
     * Commits what was streamed, unless it turns out under the lock to have been committed before.
     *
     * @param before what was committed before
     */
    CommittedFile commit(
            FileTarget target,
            AnnouncedFile file,
            Modification modification,
            Supplier<Optional<CommittedFile>> before) {
        try (BranchLock lock = lock(target)) {
            Optional<CommittedFile> earlier = before.get();
            if (earlier.isPresent()) {
                modification.close();
                return earlier.get();
            }
            Standing standing = look(target, modification);
            AnnouncementId announcement = descriptions.announce(file, standing.behind());
            CommitWitness.Made made = make(announcement, lock, modification, standing, file.content());
            return confirmed(announcement, made, file);
        }
    }

    private Standing look(FileTarget target, Modification modification) {
        try {
            // Asked for by the branch: one that has gone would be made again by the commit.
            Standing standing = lookout.target(target.branch(), target.key());
            seen.note(target.branch());
            Verdict verdict = conditions.decide(target.branch(), target.key(), target.condition(), standing);
            if (verdict != Verdict.HOLDS) {
                throw verdict == Verdict.NO_OBJECT
                        ? KeyFailure.noSuchKey(target.key().value())
                        : KeyFailure.preconditionFailed(target.key().value());
            }
            standing.collision(target.key()).ifPresent(other -> {
                throw KeyFailure.pathCollision(target.key().value(), other);
            });
            return standing;
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, modification.subject());
        }
    }

    private CommitWitness.Made make(
            AnnouncementId announcement,
            BranchLock lock,
            Modification modification,
            Standing standing,
            ExpectedContent content) {
        try {
            lock.verify();
            modification.commit();
            return witness.file(standing, modification.subject(), content);
        } catch (GatewayFailure failure) {
            if (failure.kind() != FailureKind.OUTCOME_UNKNOWN) {
                withdraw(announcement, failure);
            }
            throw failure;
        }
    }

    private void withdraw(AnnouncementId announcement, GatewayFailure failure) {
        try {
            descriptions.withdraw(announcement);
        } catch (FileSystemFailure second) {
            // It stays a candidate, whose bytes nobody will find.
            failure.addSuppressed(second);
        }
    }

    private CommittedFile confirmed(AnnouncementId announcement, CommitWitness.Made made, AnnouncedFile file) {
        try {
            CommitInfo commit = PfsMessages.commitInfo(made.head());
            FileState state = FileVersions.state(made.file(), commit, file.key());
            descriptions.confirm(announcement, state);
            return new CommittedFile(
                    FileVersions.version(state, file.description()),
                    made.isOurs() ? Optional.of(commit.id()) : Optional.empty());
        } catch (FileSystemFailure lost) {
            // The bytes are committed, and whether their attributes are kept is not known.
            throw FileSystemFailure.outcomeUnknown(lost);
        }
    }
}
