package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.DeleteObjectsUseCase.Item;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.ItemResult;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import java.util.List;
import java.util.Optional;

/**
 * Takes away the newest delete marker of an object by writing the version before it again. History does not change: any other
 * version that is named for deletion is refused. So is a marker that was taken away before: nothing tells a version that was
 * brought back from one that was put there with the same bytes.
 */
final class DeleteMarkers {
    private final Committer committer;
    private final CommitReader reader;
    private final FileHistory history;

    DeleteMarkers(Committer committer, CommitReader reader, FileHistory history) {
        this.committer = committer;
        this.reader = reader;
        this.history = history;
    }

    ItemResult takeAway(BranchId branch, Item item) {
        try {
            CommitId marker = restore(branch, item);
            return new ItemResult(item.key(), Optional.empty(), Optional.empty(), Optional.of(marker));
        } catch (BucketFailure bucket) {
            throw bucket;
        } catch (GatewayFailure failure) {
            return DeleteObjectsService.failed(item, failure);
        }
    }

    private CommitId restore(BranchId branch, Item item) {
        ObjectKey key = item.key();
        List<VersionEntry> newest = history.newest(branch, key, 2);
        CommitId marker = named(item.version().orElseThrow());
        if (newest.size() < 2
                || !isDeletion(newest.get(0), marker)
                || newest.get(1).file().isEmpty()) {
            throw immutable();
        }
        if (item.condition().decide(Optional.empty()) != WriteCondition.Verdict.HOLDS) {
            throw KeyFailure.noSuchKey(key.value());
        }
        CommitId before = newest.get(1).commit().map(CommitInfo::id).orElseThrow();
        writeAgain(new FileLocation(branch, before, key), marker);
        return marker;
    }

    /** Only a full commit id names a marker: what {@code HEAD} and carets name may be another a moment later. */
    private static CommitId named(CommitRef ref) {
        return ref.base().filter(id -> ref.ancestors() == 0).orElseThrow(DeleteMarkers::immutable);
    }

    private static boolean isDeletion(VersionEntry entry, CommitId by) {
        return entry.file().isEmpty()
                && entry.commit().map(CommitInfo::id).filter(by::equals).isPresent();
    }

    private void writeAgain(FileLocation before, CommitId marker) {
        ObjectKey key = before.key();
        // Read through the reader, since pages of versions need not carry every attribute.
        FileLookup lookup = reader.open(before.branch(), CommitRef.to(before.commit()), key);
        if (!(lookup instanceof FileLookup.Found found)) {
            throw KeyFailure.noSuchVersion(key.value(), before.commit().value());
        }
        try (PinnedFile file = found.file()) {
            committer.copy(
                    before,
                    new FileTarget(
                            before.branch(), key, file.version().attributes(), WriteCondition.deletedBy(marker)));
        } catch (KeyFailure failure) {
            // Changed meanwhile: then the marker that was named is not the newest change any more.
            throw failure.kind() == FailureKind.PRECONDITION_FAILED ? immutable() : failure;
        }
    }

    private static RequestFailure immutable() {
        return RequestFailure.notImplemented("deleting a version: history is immutable");
    }
}
