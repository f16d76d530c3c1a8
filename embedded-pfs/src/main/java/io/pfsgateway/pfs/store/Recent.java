package io.pfsgateway.pfs.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pfsgateway.pfs.model.Bytes;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found lately in the newest state of the families that are {@linkplain Family.Memory remembered}, so that what is asked
 * for again and again costs no call into the database. Nothing that it answers is older than the last write that was
 * acknowledged: a write is announced before it begins, and what a reader found counts only if none was announced between the
 * moment before it looked and the moment after it was put here, where the write would find it and take it away. Safe for many
 * threads.
 */
final class Recent {
    private static final int OVERHEAD_BYTES = 200;
    /** Larger values would push out many others, and cost little more to read than they cost to send. */
    private static final int LARGEST_BYTES = 4_096;

    private final Cache<Place, Found> found;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /** Under which a key is remembered. */
    record Place(Family family, Bytes key) {}

    /** A write; without a value it is a deletion. */
    @SuppressWarnings("ArrayRecordComponent") // Carries bytes from the batch to here; nobody compares two of them.
    record Written(Family family, byte[] key, byte @Nullable [] value) {
        /** The key itself, whatever it is remembered under. */
        Place ownKey() {
            return new Place(family, Bytes.owning(key));
        }

        /** Under which it is remembered. */
        Place place() {
            return new Place(family, Bytes.owning(family.memory().placeOf(key)));
        }
    }

    /** What nobody will ask for any more once a write is there, and which of the writes they will ask for instead, if any. */
    record Outdated(Place place, @Nullable Written by) {}

    private static final class Found {
        private final Entry entry;
        private volatile boolean counts;

        Found(Entry entry, boolean counts) {
            this.entry = entry;
            this.counts = counts;
        }
    }

    Recent(long maximumBytes) {
        this.found = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .<Place, Found>weigher(
                        (place, each) -> OVERHEAD_BYTES + 2 * each.entry.key().length + each.entry.value().length)
                .executor(Runnable::run)
                .build();
    }

    /** What is remembered, else what the database answers, which is remembered. */
    @Nullable
    Entry find(Family family, byte[] key, Supplier<@Nullable Entry> database) {
        Place place = new Place(family, Bytes.owning(key));
        Found known = found.getIfPresent(place);
        if (known != null && known.counts) {
            return known.entry;
        }
        long endedBefore = ended.get();
        long begunBefore = begun.get();
        Entry read = database.get();
        if (read != null && read.value().length <= LARGEST_BYTES && endedBefore == begunBefore) {
            remember(place, new Found(read, false), begunBefore);
        }
        return read;
    }

    /** What is remembered, without asking the database and without counting as a use of it. */
    @Nullable
    Entry peek(Family family, byte[] key) {
        return remembered(new Place(family, Bytes.owning(key)));
    }

    private @Nullable Entry remembered(Place place) {
        Found known = found.policy().getIfPresentQuietly(place);
        return known != null && known.counts ? known.entry : null;
    }

    /** What is remembered, weighed as it counts towards the most that may be. */
    long bytes() {
        return found.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private void remember(Place place, Found read, long begunBefore) {
        if (found.asMap().putIfAbsent(place, read) != null) {
            return;
        }
        if (begun.get() == begunBefore) {
            read.counts = true;
        } else {
            found.asMap().remove(place, read);
        }
    }

    /** To be called before a write becomes visible. */
    void begin() {
        begun.incrementAndGet();
    }

    /** To be called when a write is visible and not yet acknowledged, with what it leaves nobody to ask for. */
    void end(Collection<Written> writes, Collection<Outdated> outdated) {
        replaceAll(writes, memory -> memory == Family.Memory.OF_GROUPS || memory == Family.Memory.OF_VALUES);
        outdated.forEach(this::handOver);
        // Last, since they say which of the others count: who finds a head here is to find what belongs to it.
        replaceAll(writes, memory -> memory == Family.Memory.OF_NEWEST_VALUES);
        ended.incrementAndGet();
    }

    private void replaceAll(Collection<Written> writes, Predicate<Family.Memory> kind) {
        for (Written write : writes) {
            if (kind.test(write.family().memory())) {
                replace(write);
            }
        }
    }

    private void replace(Written write) {
        byte[] value = write.value();
        if (value != null && isNewestOfRemembered(write)) {
            found.put(write.place(), new Found(new Entry(write.key(), value), true));
        } else {
            found.invalidate(write.place());
        }
    }

    private boolean isNewestOfRemembered(Written write) {
        return switch (write.family().memory()) {
            case OF_NEWEST_VALUES -> true;
            case OF_GROUPS -> {
                Entry first = remembered(write.place());
                yield first != null && Arrays.compareUnsigned(write.key(), first.key()) <= 0 && isSmall(write);
            }
            case OF_VALUES, NOTHING -> false;
        };
    }

    /** Who asked for what is outdated will ask for what is there instead: it takes the place that the other had, if it had one. */
    private void handOver(Outdated outdated) {
        Entry before = remembered(outdated.place());
        found.invalidate(outdated.place());
        Written by = outdated.by();
        byte[] value = by == null ? null : by.value();
        if (before != null && by != null && value != null && isSmall(by)) {
            found.put(by.place(), new Found(new Entry(by.key(), value), true));
        }
    }

    private static boolean isSmall(Written write) {
        byte[] value = write.value();
        return value != null && value.length <= LARGEST_BYTES;
    }

    /** To be called when nobody can say what a write has done; nothing is remembered from then on until {@link #startOver()}. */
    void lost() {
        found.invalidateAll();
    }

    /** To be called when nobody reads or writes. */
    void startOver() {
        found.invalidateAll();
        ended.set(begun.get());
    }
}
