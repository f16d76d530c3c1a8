package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads of a bucket that may be a commit. In such a bucket {@code HEAD} is that commit, and when the commit is not on the branch
 * there is no bucket, whatever version is asked for.
 */
final class BucketReads {
    private final CommitReader reader;

    BucketReads(CommitReader reader) {
        this.reader = reader;
    }

    /** Looks an object up; a version that is not the bucket's is {@code NO_SUCH_VERSION}. */
    FileLookup open(BucketName bucket, Optional<CommitRef> version, ObjectKey key) {
        CommitRef ref = refIn(bucket, version);
        if (bucket.commit().isEmpty()) {
            return reader.open(bucket.branch(), ref, key);
        }
        CommitId own = bucket.commit().get();
        if (ref.equals(CommitRef.to(own))) {
            return bucketCommit(bucket, () -> reader.open(bucket.branch(), ref, key));
        }
        requireBucket(bucket);
        return reader.open(bucket.branch(), ref, key);
    }

    /** The commit that the bucket shows; fails when there is no such bucket. */
    CommitInfo requireBucket(BucketName bucket) {
        return bucketCommit(bucket, () -> reader.resolve(bucket.branch(), bucket.defaultRef()));
    }

    /** Reads at the bucket's own commit: one that is not on the branch is no bucket. */
    static <T> T bucketCommit(BucketName bucket, Supplier<T> read) {
        try {
            return read.get();
        } catch (KeyFailure failure) {
            if (failure.kind() == FailureKind.NO_SUCH_VERSION) {
                throw BucketFailure.noSuchBucket(bucket.toString());
            }
            throw failure;
        }
    }

    private static CommitRef refIn(BucketName bucket, Optional<CommitRef> version) {
        CommitRef asked = version.orElse(CommitRef.HEAD);
        return new CommitRef(asked.base().or(bucket::commit), asked.ancestors());
    }
}
