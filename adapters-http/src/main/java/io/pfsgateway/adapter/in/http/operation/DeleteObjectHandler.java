package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.header.VersionIds;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.domain.commit.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * DeleteObject. What is not there is as good as deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">DeleteObject</a>
 */
public final class DeleteObjectHandler implements Operation {
    private final DeleteObjectsUseCase deleteObjects;

    public DeleteObjectHandler(DeleteObjectsUseCase deleteObjects) {
        this.deleteObjects = deleteObjects;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        DeleteObjectsUseCase.Item item = new DeleteObjectsUseCase.Item(
                call.key(),
                VersionIds.toDelete(call.query().first("versionId")),
                ConditionHeaders.ofDelete(call.request()));
        DeleteObjectsUseCase.ItemResult result = deleteObjects
                .deleteObjects(new DeleteObjectsUseCase.Command(call.caller(), call.bucket(), List.of(item)))
                .get(0);
        if (result.failure().isPresent()) {
            throw DeleteRefusal.of(result.failure().get()).refusal();
        }
        Optional<CommitId> marker = result.deleteMarker().or(result::restoredMarker);
        return Answer.empty(204)
                .with("x-amz-version-id", marker.map(CommitId::value))
                .with("x-amz-delete-marker", marker.map(made -> "true"));
    }
}
