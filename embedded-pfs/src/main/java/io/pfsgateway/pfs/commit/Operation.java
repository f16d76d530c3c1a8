package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.store.Session;

/**
 * One change of the file system. It runs while the committer has its turn, on whichever thread that is: it must not block, and
 * what it writes before it throws is undone.
 */
@FunctionalInterface
public interface Operation<R> {
    /** Reads and writes in the session; the answer is given when the session is durable. */
    R apply(Session session, Moment moment);

    /** Whether the operation makes room rather than taking it, so that it goes ahead on a full disk. */
    default boolean freesSpace() {
        return false;
    }
}
