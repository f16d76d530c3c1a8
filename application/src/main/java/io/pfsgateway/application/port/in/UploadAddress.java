package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.file.ObjectKey;

/**
 * An upload as a client names it, and the client.
 *
 * @param uploadId the id as it came, which may be that of no upload, or of one of another bucket or key
 */
public record UploadAddress(Caller caller, BucketName bucket, ObjectKey key, String uploadId) {}
