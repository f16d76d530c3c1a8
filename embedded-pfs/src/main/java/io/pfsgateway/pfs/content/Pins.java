package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who is reading what. A content is either pinned by readers or retired by the reclaimer, never both: retiring fails while
 * a pin is held, and pinning fails from then on.
 */
public final class Pins {
    private static final Holders RETIRED = new Holders(0, false);

    private final ConcurrentMap<ContentId, Holders> holders = new ConcurrentHashMap<>();
    private final Runnable onAwaitedRelease;

    private record Holders(int count, boolean awaited) {}

    /** The signal is given when the last pin goes of a content that could not be retired because of it. */
    public Pins(Runnable onAwaitedRelease) {
        this.onAwaitedRelease = onAwaitedRelease;
    }

    /** Takes one pin, unless the content is retired. */
    public boolean pin(ContentId content) {
        Holders now = holders.compute(content, (id, held) -> {
            if (held == null) {
                return new Holders(1, false);
            }
            return held.equals(RETIRED) ? held : new Holders(held.count + 1, held.awaited);
        });
        return !RETIRED.equals(now);
    }

    /** Gives one pin back. */
    public void release(ContentId content) {
        boolean[] awaited = {false};
        holders.computeIfPresent(content, (id, held) -> {
            if (held.count > 1) {
                return new Holders(held.count - 1, held.awaited);
            }
            awaited[0] = held.awaited;
            return null;
        });
        if (awaited[0]) {
            onAwaitedRelease.run();
        }
    }

    /** Shuts readers out, unless there is one; then its release will be signalled. */
    public boolean retire(ContentId content) {
        return RETIRED.equals(holders.compute(
                content, (id, held) -> held == null ? RETIRED : new Holders(held.count, held.count > 0)));
    }

    /** Ends the retirement, when the content's record is gone or is to stay. */
    public void readmit(ContentId content) {
        holders.remove(content, RETIRED);
    }
}
