package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.util.Optional;

/** Writes an object in one atomic commit. */
public interface PutObjectUseCase {
    /** What to write. The attributes' checksums come from the body. */
    record Command(
            Caller caller,
            BucketName bucket,
            ObjectKey key,
            ObjectAttributes attributes,
            WriteCondition condition,
            UploadBody body) {}

    /** The object as written, and the commit that wrote it where the file system tells. */
    record Result(FileVersion file, Optional<CommitId> versionId) {}

    /**
     * Decides every right and condition on the bucket that needs no body, without reading any of it, so that a client which
     * waits for leave to send is refused before it sends.
     */
    void admit(Caller caller, BucketName bucket);

    /**
     * Writes the object.
     *
     * @throws IOException what the body's stream threw; nothing was committed
     */
    Result putObject(Command command) throws IOException;
}
