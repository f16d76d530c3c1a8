package io.pfsgateway.domain.access;

/** What one may do with a bucket; each right holds those before it. */
public enum Right {
    /** Gets and lists, old versions too. */
    READ,
    /** Also puts, copies into it, deletes and uploads. */
    WRITE,
    /** Also creates and deletes the bucket and sets its properties. */
    ADMIN;

    /** Whether this right holds another. */
    public boolean includes(Right other) {
        return compareTo(other) >= 0;
    }
}
