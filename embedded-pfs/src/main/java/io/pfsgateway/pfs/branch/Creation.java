package io.pfsgateway.pfs.branch;

/** What asking for something to be made came to. */
public enum Creation {
    CREATED,
    /** It was there already, and was left as it is. */
    EXISTED
}
