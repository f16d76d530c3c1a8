package io.pfsgateway.application.port.in;

/** Gives an upload up; its bytes go. */
public interface AbortMultipartUploadUseCase {
    /** Aborts: {@code NO_SUCH_UPLOAD} when it is not open, and when a completion that was under way has won. */
    void abortMultipartUpload(UploadAddress address);
}
