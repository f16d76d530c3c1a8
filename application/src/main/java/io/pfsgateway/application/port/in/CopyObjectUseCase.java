package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;
import java.util.SortedMap;

/** Writes an object with the bytes of another in one atomic commit, without moving them. */
public interface CopyObjectUseCase {
    /** The object to be copied, and what must hold of it. */
    record Source(BucketName bucket, ObjectKey key, Optional<CommitRef> version, ReadConditions conditions) {}

    /**
     * What to copy. Headers and metadata are kept or replaced together, tags apart from them, as S3's two directives have it;
     * checksums always stay those of the bytes.
     *
     * @param attributes the copy's headers and metadata, whose tags do not count; empty to keep the source's
     * @param tags the copy's tags; empty to keep the source's
     */
    record Command(
            Caller caller,
            Source source,
            BucketName bucket,
            ObjectKey key,
            Optional<ObjectAttributes> attributes,
            Optional<SortedMap<String, String>> tags,
            WriteCondition condition) {
        /** A copy with all attributes of the source, or with none of them but its checksums. */
        public Command(
                Caller caller,
                Source source,
                BucketName bucket,
                ObjectKey key,
                Optional<ObjectAttributes> attributes,
                WriteCondition condition) {
            this(caller, source, bucket, key, attributes, attributes.map(ObjectAttributes::tags), condition);
        }
    }

    /** The copy, the commit that wrote it where the file system tells, and the version that was copied. */
    record Result(FileVersion file, Optional<CommitId> versionId, CommitId sourceVersionId) {}

    /**
     * Copies: {@code PRECONDITION_FAILED} also for the source's conditions; {@code INVALID_REQUEST} for a copy of an object's
     * newest version onto itself that changes nothing, and for a source version that is a delete marker.
     */
    Result copyObject(Command command);
}
