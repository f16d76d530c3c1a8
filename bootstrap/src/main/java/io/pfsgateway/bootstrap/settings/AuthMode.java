package io.pfsgateway.bootstrap.settings;

/** How it is decided who may. */
public enum AuthMode {
    /** Anyone may do anything; no signature is checked. */
    OPEN,
    /** The access keys of a file. */
    KEYS,
    /** Pachyderm's users, whose tokens are their access keys; pachd decides. */
    PACHYDERM
}
