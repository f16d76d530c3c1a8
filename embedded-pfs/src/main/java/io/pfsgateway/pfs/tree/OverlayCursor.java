package io.pfsgateway.pfs.tree;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays changes over a version of the map and shows what is live then: a changed path with its new value, a removed one not at all.
 * Since it is a {@link PathCursor} itself, changes of several spans lay over one another, the newest outermost. It walks over as
 * many entries as the changes remove in the range walked, no more.
 */
public final class OverlayCursor implements PathCursor {
    private final PathCursor below;
    private final ChangeCursor changes;
    private byte @Nullable [] path;
    private byte @Nullable [] value;

    public OverlayCursor(PathCursor below, ChangeCursor changes) {
        this.below = below;
        this.changes = changes;
    }

    @Override
    public void seek(byte[] target) {
        below.seek(target);
        changes.seek(target);
        settle();
    }

    /** Goes to the first path at or after the current place that does not start with these bytes: past a directory, in one seek. */
    public void seekPast(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            path = null;
            value = null;
            return;
        }
        byte[] successor = Arrays.copyOf(prefix, last + 1);
        successor[last]++;
        seek(successor);
    }

    @Override
    public boolean valid() {
        return path != null;
    }

    @Override
    public byte[] path() {
        return standing(path);
    }

    @Override
    public byte[] value() {
        return standing(value);
    }

    @Override
    public void next() {
        standing(path);
        settle();
    }

    private static byte[] standing(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("the cursor stands on no path");
        }
        return bytes;
    }

    /** Takes the next live path; both cursors below are left behind it. */
    private void settle() {
        while (changes.valid()) {
            byte[] changed = changes.path();
            if (below.valid()) {
                byte[] old = below.path();
                int order = Arrays.compareUnsigned(old, changed);
                if (order < 0) {
                    takeBelow(old);
                    return;
                }
                if (order == 0) {
                    below.next();
                }
            }
            Optional<byte[]> now = changes.value();
            changes.next();
            if (now.isPresent()) {
                path = changed;
                value = now.get();
                return;
            }
        }
        if (below.valid()) {
            takeBelow(below.path());
        } else {
            path = null;
            value = null;
        }
    }

    private void takeBelow(byte[] old) {
        path = old;
        value = below.value();
        below.next();
    }
}
