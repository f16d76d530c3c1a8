package io.pfsgateway.domain.failure;

/** A failure about a multipart upload or one of its parts. */
public final class UploadFailure extends GatewayFailure {
    private static final long serialVersionUID = 1L;

    private final String uploadId;

    private UploadFailure(FailureKind kind, String uploadId, String message) {
        super(kind, message);
        this.uploadId = uploadId;
    }

    /** The upload's id as it came. */
    public String uploadId() {
        return uploadId;
    }

    public static UploadFailure noSuchUpload(String uploadId) {
        return new UploadFailure(
                FailureKind.NO_SUCH_UPLOAD,
                uploadId,
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.");
    }

    public static UploadFailure invalidPart(String uploadId, int partNumber) {
        return new UploadFailure(
                FailureKind.INVALID_PART,
                uploadId,
                "Part " + partNumber + " could not be found, or its entity tag did not match.");
    }

    public static UploadFailure invalidPartOrder(String uploadId) {
        return new UploadFailure(
                FailureKind.INVALID_PART_ORDER, uploadId, "The list of parts was not in ascending order.");
    }

    public static UploadFailure partTooSmall(String uploadId, int partNumber) {
        return new UploadFailure(
                FailureKind.PART_TOO_SMALL,
                uploadId,
                "Part " + partNumber + " is smaller than the minimum allowed size.");
    }
}
