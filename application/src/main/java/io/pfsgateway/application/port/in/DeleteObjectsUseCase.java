package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Deletes objects, all in one atomic commit. */
public interface DeleteObjectsUseCase {
    /**
     * An object to be deleted.
     *
     * @param version a version: that of the newest delete marker brings the object back, any other is {@code NOT_IMPLEMENTED}
     */
    record Item(ObjectKey key, Optional<CommitRef> version, WriteCondition condition) {}

    /** What to delete, at most 1,000 objects. */
    record Command(Caller caller, BucketName bucket, List<Item> items) {}

    /**
     * What became of one object.
     *
     * @param failure why it was left; empty when it is gone, or was not there
     * @param deleteMarker the commit that deleted it, the delete marker's version; empty when nothing was there, or not told
     * @param restoredMarker the delete marker that was taken away, where one was
     */
    record ItemResult(
            ObjectKey key,
            Optional<GatewayFailure> failure,
            Optional<CommitId> deleteMarker,
            Optional<CommitId> restoredMarker) {}

    /** Deletes; one result for each item in its order. Fails as a whole only on the bucket, or when the file system fails. */
    List<ItemResult> deleteObjects(Command command);
}
