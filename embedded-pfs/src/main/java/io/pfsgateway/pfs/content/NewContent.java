package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.ContentRecord;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A content whose bytes are durable, but which nothing refers to yet. It is claimed by the one commit that takes it, which
 * gives it back if it fails for certain; what nobody claimed goes with its {@link ContentWriter}.
 */
public final class NewContent {
    private enum Fate {
        FREE,
        CLAIMED,
        ABANDONED
    }

    private final ContentId id;
    private final ContentRecord contentRecord;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.FREE);

    NewContent(ContentId id, ContentRecord contentRecord) {
        this.id = id;
        this.contentRecord = contentRecord;
    }

    public ContentId id() {
        return id;
    }

    public ContentRecord contentRecord() {
        return contentRecord;
    }

    /** Takes the content for a commit; a second commit is refused. */
    public void claim() {
        if (!fate.compareAndSet(Fate.FREE, Fate.CLAIMED)) {
            throw new IllegalStateException("Content " + id + " is committed or closed already");
        }
    }

    /** Gives the content back after a commit that certainly did not happen. */
    public void unclaim() {
        fate.compareAndSet(Fate.CLAIMED, Fate.FREE);
    }

    boolean abandon() {
        return fate.compareAndSet(Fate.FREE, Fate.ABANDONED);
    }
}
