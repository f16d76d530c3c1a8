package io.pfsgateway.pfs.model;

import java.util.Optional;

/**
 * Which commit of a branch is meant: its head, or one with an id, and how many ancestors back from there. Going back
 * costs the same however far it goes.
 */
public record CommitRef(Optional<CommitId> id, long back) {
    public static final CommitRef HEAD = new CommitRef(Optional.empty(), 0);

    public CommitRef {
        if (back < 0) {
            throw new IllegalArgumentException("Ancestors are counted from 0, not " + back);
        }
    }

    public static CommitRef of(CommitId id) {
        return new CommitRef(Optional.of(id), 0);
    }

    public CommitRef ancestor(long steps) {
        return new CommitRef(id, Math.addExact(back, steps));
    }

    @Override
    public String toString() {
        String base = id.map(CommitId::toString).orElse("HEAD");
        return back == 0 ? base : base + "^" + back;
    }
}
