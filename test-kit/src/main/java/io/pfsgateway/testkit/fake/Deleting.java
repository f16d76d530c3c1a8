package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.DeletionResult.Outcome;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One deletion of several files: each decided in its order on what those before it left. */
final class Deleting {
    private final Commit head;
    private final CommitInfo info;
    private final Map<ObjectKey, Change> changes = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    Deleting(Commit head, CommitInfo info) {
        this.head = head;
        this.info = info;
    }

    void decide(Deletion deletion) {
        ObjectKey key = deletion.key();
        Optional<FileVersion> current =
                changes.containsKey(key) ? Optional.empty() : head.file(key).map(StoredFile::version);
        Outcome outcome = switch (deletion.condition().decide(current, head.deletion(key))) {
            case HOLDS -> current.isPresent() ? Outcome.DELETED : Outcome.ABSENT;
            case FAILED -> Outcome.CONDITION_FAILED;
            case NO_OBJECT -> Outcome.NO_OBJECT;
        };
        if (outcome == Outcome.DELETED) {
            changes.put(key, new Change(info, key, Optional.empty()));
        }
        outcomes.add(outcome);
    }

    /** The commit, unless nothing was deleted. */
    Optional<Commit> commit() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(head.next(info, changes, Optional.empty()));
    }

    DeletionResult result() {
        return new DeletionResult(changes.isEmpty() ? Optional.empty() : Optional.of(info.id()), outcomes);
    }
}
