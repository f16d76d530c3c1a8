package io.pfsgateway.pfs.tree;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Passes on the changes that make a difference to the old version, so that nothing is rewritten for the others; checks their order. */
final class EffectiveChanges {
    private final Iterator<TreeChange> source;
    private final TreeCursor old;
    private byte @Nullable [] previousPath;
    private @Nullable TreeChange upcoming;

    EffectiveChanges(Iterator<TreeChange> source, TreeCursor old) {
        this.source = source;
        this.old = old;
        advance();
    }

    /** Whether a change is left whose path lies before the bound; no bound lies after every path. */
    boolean hasBefore(byte @Nullable [] bound) {
        return upcoming != null && (bound == null || Arrays.compareUnsigned(upcoming.path(), bound) < 0);
    }

    TreeChange next() {
        TreeChange change = upcoming;
        if (change == null) {
            throw new NoSuchElementException("no change is left");
        }
        advance();
        return change;
    }

    private void advance() {
        upcoming = null;
        while (upcoming == null && source.hasNext()) {
            TreeChange candidate = source.next();
            expectAscending(candidate);
            if (makesDifference(candidate)) {
                upcoming = candidate;
            }
        }
    }

    private void expectAscending(TreeChange candidate) {
        if (previousPath != null && Arrays.compareUnsigned(previousPath, candidate.path()) >= 0) {
            throw new IllegalArgumentException("changes must come in strictly ascending order of their paths");
        }
        previousPath = candidate.path();
    }

    private boolean makesDifference(TreeChange change) {
        old.seek(change.path());
        boolean present = old.standsOn(change.path());
        return change.value().map(value -> !present || !old.valueEquals(value)).orElse(present);
    }
}
