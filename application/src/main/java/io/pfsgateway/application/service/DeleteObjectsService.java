package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes in one commit whatever is named without a version, then brings back, each in a commit of its own, what is named by its
 * delete marker. An item that is given twice is done once and answered twice.
 */
public final class DeleteObjectsService implements DeleteObjectsUseCase {
    private final Committer committer;
    private final DeleteMarkers markers;

    public DeleteObjectsService(Committer committer, CommitReader reader, FileHistory history) {
        this.committer = committer;
        this.markers = new DeleteMarkers(committer, reader, history);
    }

    @Override
    public List<ItemResult> deleteObjects(Command command) {
        BranchId branch = Admission.toChange(command.caller(), Right.WRITE, command.bucket());
        List<Item> items = command.items().stream().distinct().toList();
        Map<Item, ItemResult> results = new HashMap<>();
        List<Item> plain =
                items.stream().filter(item -> item.version().isEmpty()).toList();
        // First, so that what fails as a whole fails before anything was done; and for no items too, since it looks for
        // the branch.
        if (!plain.isEmpty() || items.isEmpty()) {
            delete(branch, plain, results);
        }
        items.stream()
                .filter(item -> item.version().isPresent())
                .forEach(item -> results.put(item, markers.takeAway(branch, item)));
        return command.items().stream().map(results::get).toList();
    }

    private void delete(BranchId branch, List<Item> items, Map<Item, ItemResult> results) {
        DeletionResult deletion = committer.delete(
                branch,
                items.stream()
                        .map(item -> new Deletion(item.key(), item.condition()))
                        .toList());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            results.put(item, result(item, deletion.outcomes().get(i), deletion.commit()));
        }
    }

    private static ItemResult result(Item item, DeletionResult.Outcome outcome, Optional<CommitId> commit) {
        String key = item.key().value();
        return switch (outcome) {
            case DELETED -> new ItemResult(item.key(), Optional.empty(), commit, Optional.empty());
            case ABSENT -> new ItemResult(item.key(), Optional.empty(), Optional.empty(), Optional.empty());
            case NO_OBJECT -> failed(item, KeyFailure.noSuchKey(key));
            case CONDITION_FAILED -> failed(item, KeyFailure.preconditionFailed(key));
        };
    }

    static ItemResult failed(Item item, GatewayFailure failure) {
        return new ItemResult(item.key(), Optional.of(failure), Optional.empty(), Optional.empty());
    }
}
