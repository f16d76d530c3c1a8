package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult.Outcome;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.commit.Change;
import io.pfsgateway.pfs.model.Precondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several deletions as one commit of the engine, which changes a path at most once. All that is asked of one key is decided
 * together, in the order in which it was asked, each on what those before it left.
 */
final class DeletionPlan {
    private final Map<ObjectKey, KeyDeletion> byKey = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** Where the outcome of one deletion will be found. */
    private record Place(KeyDeletion deletion, int index) {}

    DeletionPlan(List<Deletion> deletions) {
        for (Deletion deletion : deletions) {
            KeyDeletion ofKey = byKey.computeIfAbsent(deletion.key(), KeyDeletion::new);
            places.add(new Place(ofKey, ofKey.conditions.size()));
            ofKey.conditions.add(deletion.condition());
        }
    }

    List<Change.Delete> changes() {
        return byKey.values().stream()
                .map(deletion -> new Change.Delete(EngineWords.path(deletion.key), deletion))
                .toList();
    }

    /** What became of each, once the engine has answered. */
    List<Outcome> outcomes() {
        return places.stream()
                .map(place -> place.deletion().outcomes.get(place.index()))
                .toList();
    }

    /** All that is asked of one key. The engine asks it on the committer's thread, and answers the asker after that. */
    private static final class KeyDeletion implements Precondition {
        private final ObjectKey key;
        private final List<WriteCondition> conditions = new ArrayList<>();
        private volatile List<Outcome> outcomes = List.of();

        KeyDeletion(ObjectKey key) {
            this.key = key;
        }

        @Override
        public boolean test(Optional<io.pfsgateway.pfs.model.FileVersion> newest) {
            Optional<FileVersion> current = FileVersions.standing(key, newest);
            Optional<CommitId> deletedBy = FileVersions.deletion(newest);
            List<Outcome> decided = new ArrayList<>();
            for (WriteCondition condition : conditions) {
                Outcome outcome = decide(condition, current, deletedBy);
                decided.add(outcome);
                current = outcome == Outcome.DELETED ? Optional.empty() : current;
            }
            outcomes = List.copyOf(decided);
            return decided.contains(Outcome.DELETED);
        }

        private static Outcome decide(
                WriteCondition condition, Optional<FileVersion> current, Optional<CommitId> deletedBy) {
            return switch (condition.decide(current, deletedBy)) {
                case HOLDS -> current.isPresent() ? Outcome.DELETED : Outcome.ABSENT;
                case FAILED -> Outcome.CONDITION_FAILED;
                case NO_OBJECT -> Outcome.NO_OBJECT;
            };
        }
    }
}
