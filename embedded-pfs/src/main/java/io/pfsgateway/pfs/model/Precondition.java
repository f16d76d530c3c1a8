package io.pfsgateway.pfs.model;

import java.util.Optional;

/**
 * A condition on the file that stands at a path, decided with the commit and never before it: no other commit comes in
 * between. It runs on the committer's thread, so it must be quick, must not block and must not throw.
 */
@FunctionalInterface
public interface Precondition {
    Precondition NONE = current -> true;
    Precondition ABSENT = Optional::isEmpty;
    Precondition PRESENT = Optional::isPresent;

    /** Whether the change may go ahead; the file is empty where there is none at the path. */
    boolean test(Optional<FileRow> current);
}
