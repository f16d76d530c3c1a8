package io.pfsgateway.adapter.in.http.error;

/** An error on its way from whoever found it to the edge, which answers it. It has no stack trace, since it is no fault. */
public final class S3Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient S3Error error;

    S3Refusal(S3Error error) {
        super(error.code().code() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    /** What is to be answered. */
    public S3Error error() {
        return error;
    }
}
