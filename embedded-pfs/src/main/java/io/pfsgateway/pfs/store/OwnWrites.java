package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.model.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one group of commits, before any of them is in the store: of each key the last alone; and what is not worth remembering once
 * they are. They can be taken back to a mark. For one thread.
 */
final class OwnWrites {
    private final Map<Recent.Place, Recent.Written> byKey = new LinkedHashMap<>();
    /** Of the families that are remembered by groups: how many keys of a group were written. */
    private final Map<Recent.Place, Integer> keysOfGroup = new HashMap<>();

    private final List<Undo> sinceMark = new ArrayList<>();
    private final List<Replaced> outdated = new ArrayList<>();
    private int outdatedAtMark;

    /** A key that nobody will ask for any more, and the one that they will ask for instead, if there is one. */
    private record Replaced(Recent.Place key, Recent.@Nullable Place by) {}

    /** What stood under a key before it was written again; nothing where it was not written before. */
    private record Undo(Recent.Place key, Recent.@Nullable Written before) {}

    void add(Recent.Written write) {
        Recent.Place key = write.ownKey();
        Recent.Written before = byKey.put(key, write);
        sinceMark.add(new Undo(key, before));
        if (before == null) {
            count(write, 1);
        }
    }

    private void count(Recent.Written write, int keys) {
        if (write.family().memory() == Family.Memory.OF_GROUPS) {
            keysOfGroup.merge(write.place(), keys, Integer::sum);
        }
    }

    /** The last write to the key, which may be a deletion; null where it was not written. */
    Recent.@Nullable Written find(Family family, byte[] key) {
        return byKey.get(place(family, key));
    }

    boolean touch(Family family, byte[] group) {
        return keysOfGroup.getOrDefault(place(family, group), 0) > 0;
    }

    /** Those that are left, in the order in which their keys were first written. */
    Collection<Recent.Written> all() {
        return byKey.values();
    }

    void outdate(Family family, byte[] key, byte @Nullable [] by) {
        outdated.add(new Replaced(place(family, key), by == null ? null : place(family, by)));
    }

    private static Recent.Place place(Family family, byte[] key) {
        return new Recent.Place(family, Bytes.owning(key));
    }

    /** Of each key that was outdated what the last commit had there instead. */
    Collection<Recent.Outdated> outdated() {
        Map<Recent.Place, Recent.Outdated> last = new LinkedHashMap<>();
        for (Replaced each : outdated) {
            Recent.Written by = each.by() == null ? null : byKey.get(each.by());
            last.put(each.key(), new Recent.Outdated(each.key(), by));
        }
        return last.values();
    }

    int count() {
        return byKey.size();
    }

    void mark() {
        sinceMark.clear();
        outdatedAtMark = outdated.size();
    }

    /** Whether anything was written since the mark. */
    boolean isMoved() {
        return !sinceMark.isEmpty();
    }

    void rollBack() {
        for (int last = sinceMark.size() - 1; last >= 0; last--) {
            takeBack(sinceMark.get(last));
        }
        sinceMark.clear();
        outdated.subList(outdatedAtMark, outdated.size()).clear();
    }

    private void takeBack(Undo undo) {
        if (undo.before() != null) {
            byKey.put(undo.key(), undo.before());
            return;
        }
        Recent.Written taken = byKey.remove(undo.key());
        if (taken != null) {
            count(taken, -1);
        }
    }
}
