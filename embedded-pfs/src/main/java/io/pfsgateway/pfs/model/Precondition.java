package io.pfsgateway.pfs.model;

import java.util.Optional;

/**
 * A condition on the newest change of a path, decided with the commit and never before it: no other commit comes in between. It runs while the committer has its turn, so it must be quick, must not block and must not throw.
 */
@FunctionalInterface
public interface Precondition {
    Precondition NONE = newest -> true;
    Precondition ABSENT = newest -> newest.flatMap(FileVersion::file).isEmpty();
    Precondition PRESENT = newest -> newest.flatMap(FileVersion::file).isPresent();

    /** Whether the change may go ahead: on the file that stands there, on its deletion, or on nothing where there never was one. */
    boolean test(Optional<FileVersion> newest);
}
