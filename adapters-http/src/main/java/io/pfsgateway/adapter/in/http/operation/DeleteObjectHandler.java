package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.header.VersionIds;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
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
        Optional<GatewayFailure> failure = result.failure().filter(why -> !isGoneAlready(item, why));
        if (failure.isPresent()) {
            throw DeleteRefusal.of(failure.get()).refusal();
        }
        Optional<CommitId> marker = result.deleteMarker().or(result::restoredMarker);
        return Answer.empty(204)
                .with("x-amz-version-id", marker.map(CommitId::value))
                .with("x-amz-delete-marker", marker.map(made -> "true"));
    }

    /** S3 has a single deletion succeed where the object does not exist, whatever its conditions ask of it. */
    private static boolean isGoneAlready(DeleteObjectsUseCase.Item item, GatewayFailure failure) {
        return item.version().isEmpty() && failure.kind() == FailureKind.NO_SUCH_KEY;
    }
}
