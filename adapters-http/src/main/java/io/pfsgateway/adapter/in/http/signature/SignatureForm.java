package io.pfsgateway.adapter.in.http.signature;

/** Where a client put its signature. */
public enum SignatureForm {
    /** In the {@code Authorization} header. */
    HEADER,
    /** In the query of a presigned URL. */
    QUERY,
    /** In a form that was posted to a bucket. */
    FORM
}
