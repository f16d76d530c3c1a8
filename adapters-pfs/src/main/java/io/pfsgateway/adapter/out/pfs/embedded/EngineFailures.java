package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.pfs.model.PfsException;
import java.util.function.Supplier;

/** The one place where a failure of the engine becomes one of the domain. A new kind there stops the compilation here. */
final class EngineFailures {
    private EngineFailures() {}

    /** What the engine answers, its failures translated. */
    static <T> T translating(Subject subject, Supplier<T> call) {
        try {
            return call.get();
        } catch (PfsException failed) {
            throw of(failed, subject);
        }
    }

    static GatewayFailure of(PfsException failed, Subject subject) {
        return switch (failed.kind()) {
            case NO_SUCH_PROJECT, NO_SUCH_REPO, NO_SUCH_BRANCH -> BucketFailure.noSuchBucket(subject.bucket());
            case NO_SUCH_COMMIT -> KeyFailure.noSuchVersion(subject.key(), subject.version());
            case NO_SUCH_STAGED -> UploadFailure.noSuchUpload(subject.upload());
            case NOT_EMPTY -> BucketFailure.inUse(subject.bucket());
            case PRECONDITION_FAILED -> KeyFailure.preconditionFailed(subject.key());
            case HASH_MISMATCH -> RequestFailure.contentHashMismatch("");
            case NO_SPACE -> FileSystemFailure.outOfSpace(failed);
            case UNAVAILABLE, LOCKED, FOREIGN_FOLDER, FORMAT_TOO_NEW -> FileSystemFailure.unavailable(failed);
            case OUTCOME_UNKNOWN -> FileSystemFailure.outcomeUnknown(failed);
            case CORRUPT -> FileSystemFailure.corrupt(failed);
        };
    }
}
