package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.Upload;
import java.util.Optional;

/** Begins a multipart upload; no commit is made. */
public interface CreateMultipartUploadUseCase {
    /** What is to be kept with the object, and the checksum that its parts are to have. */
    record Command(
            Caller caller,
            BucketName bucket,
            ObjectKey key,
            ObjectAttributes attributes,
            Optional<UploadChecksum> checksum) {}

    /** Begins the upload: {@code NO_SUCH_BUCKET} when the branch is not there. */
    Upload createMultipartUpload(Command command);
}
