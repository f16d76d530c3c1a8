package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.DeletionResult.Outcome;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes files, all in one commit, under the branch's lock. Directories are left alone, and so are files that are not there. */
final class Deletions {
    private final PfsClient client;
    private final WriterLocks locks;
    private final Lookout lookout;
    private final Conditions conditions;
    private final CommitWitness witness;

    Deletions(PfsClient client, WriterLocks locks, Descriptions descriptions) {
        this.client = client;
        this.locks = locks;
        this.lookout = new Lookout(client);
        this.conditions = new Conditions(client, descriptions);
        this.witness = new CommitWitness(client);
    }

    DeletionResult delete(BranchId branch, List<Deletion> asked) {
        Subject subject = Subject.of(branch, CommitRef.HEAD);
        try (BranchLock lock = lock(branch, asked)) {
            List<ObjectKey> keys = asked.stream()
                    .map(Deletion::key)
                    .filter(key -> client.paths().find(key).isPresent())
                    .distinct()
                    .toList();
            Standing standing = lookout.files(branch, keys);
            List<Outcome> outcomes = new ArrayList<>();
            for (Deletion deletion : asked) {
                outcomes.add(outcome(branch, deletion, standing));
            }
            List<ObjectKey> doomed = doomed(asked, outcomes);
            if (doomed.isEmpty()) {
                return new DeletionResult(Optional.empty(), outcomes);
            }
            commit(doomed, subject, lock);
            return new DeletionResult(witness.commit(standing, subject), outcomes);
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }

    private BranchLock lock(BranchId branch, List<Deletion> asked) {
        Optional<Deletion> conditional = asked.stream()
                .filter(deletion -> !deletion.condition().isNone())
                .findFirst();
        return conditional.isPresent()
                ? locks.takeToDecide(branch, conditional.get().key().value())
                : locks.take(branch);
    }

    private Outcome outcome(BranchId branch, Deletion deletion, Standing standing) throws StatusException {
        boolean isThere = standing.file(deletion.key()).isPresent();
        return switch (conditions.decide(branch, deletion.key(), deletion.condition(), standing)) {
            case HOLDS -> isThere ? Outcome.DELETED : Outcome.ABSENT;
            case NO_OBJECT -> Outcome.NO_OBJECT;
            case FAILED -> Outcome.CONDITION_FAILED;
        };
    }

    private static List<ObjectKey> doomed(List<Deletion> asked, List<Outcome> outcomes) {
        List<ObjectKey> doomed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (outcomes.get(i) == Outcome.DELETED) {
                doomed.add(asked.get(i).key());
            }
        }
        return doomed;
    }

    private void commit(List<ObjectKey> keys, Subject subject, BranchLock lock) {
        try (Modification modification = new Modification(client, subject)) {
            keys.forEach(key -> modification.delete(client.paths().of(key)));
            lock.verify();
            modification.commit();
        }
    }
}
