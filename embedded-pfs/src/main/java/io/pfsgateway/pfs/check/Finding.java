package io.pfsgateway.pfs.check;

/** Something that is not as it must be: what kind of fault, where, and what was found. */
public record Finding(Kind kind, String where, String detail) {
    /** The kinds of faults. */
    public enum Kind {
        /** Bytes that are missing, too few or too many, or do not have their hash. */
        BYTES,
        /** A count of references that is not how many there are. */
        REFERENCES,
        /** A row that contradicts its commit or its content. */
        ROW,
        /** A branch, line or commit that contradicts another. */
        BRANCH,
        /** The index of live files does not show what the rows say. */
        INDEX,
        /** A record that cannot be read at all. */
        UNREADABLE
    }
}
