package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;

/**
 * Contents that were deleted and whose records are on the disk still, where only a compaction takes them from: how many between which
 * numbers. It is forgotten with the process, and where they are few or far between; what is left then goes as the store compacts by itself.
 */
final class DeletedContents {
    /** A share that is compacted at once, where at least every second content of its range was deleted. */
    private static final int COMPACTED_TOGETHER = 250_000;

    private static final int SPARSEST_SHARE = 2;
    /** Fewer are not worth writing anew what is beside them in the store's files. */
    private static final int WORTH_COMPACTING = 1_000;
    /** In the end at least one of so many numbers has to be of a content that was deleted. */
    private static final int SPARSEST = 4;
    /** Numbers that are so far from the others are of another range. */
    private static final long FAR = 1_000_000;

    private final Store store;
    private long first;
    private long last;
    private int count;

    DeletedContents(Store store) {
        this.store = store;
    }

    /** To be told of each that was deleted, in any order. */
    void add(ContentId deleted) {
        long number = deleted.number();
        if (count > 0 && (number < first - FAR || number > last + FAR)) {
            settle();
        }
        first = count == 0 ? number : Math.min(first, number);
        last = count == 0 ? number : Math.max(last, number);
        count++;
        if (count >= COMPACTED_TOGETHER && isDense(SPARSEST_SHARE)) {
            compact();
        }
    }

    private boolean isDense(int sparsest) {
        return last - first < (long) sparsest * count;
    }

    /** To be told when there are no more for now: has the disk freed of them, if that is worth it. */
    void settle() {
        if (count >= WORTH_COMPACTING && isDense(SPARSEST)) {
            compact();
        }
        count = 0;
    }

    /** Whatever comes of it, the next share begins anew: a compaction that fails is not to be in the way of what is deleted after it. */
    private void compact() {
        count = 0;
        store.compact(Family.CONTENTS, Keys.content(new ContentId(first)), Keys.content(new ContentId(last + 1)));
    }
}
