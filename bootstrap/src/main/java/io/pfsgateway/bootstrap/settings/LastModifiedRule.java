package io.pfsgateway.bootstrap.settings;

/** Whose time is shown as an object's Last-Modified. */
public enum LastModifiedRule {
    /** The object's own: when its bytes or attributes last changed. */
    OBJECT,
    /** That of the branch's head, as Pachyderm's own gateway shows it. */
    HEAD
}
