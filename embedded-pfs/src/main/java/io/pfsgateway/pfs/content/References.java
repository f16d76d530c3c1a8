package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;

/**
 * Counts the references to contents, within the committer's batch alone. The first reference comes with the record and
 * costs nothing; only those beyond it are written down. A content that loses its last one is queued for reclaiming.
 */
public final class References {
    private References() {}

    /** Keeps a new content, whose first reference is the caller's, and counts it for those that it is made of. */
    public static void store(Session session, ContentId id, ContentRecord content) {
        Tables.CONTENTS.put(session, Keys.content(id), content);
        content.body().references().forEach(reference -> add(session, reference));
    }

    /** One more. A content that was queued for reclaiming comes back by it. */
    public static void add(Session session, ContentId content) {
        byte[] dead = Keys.deadContent(content);
        if (Tables.RECLAIM.contains(session, dead)) {
            Tables.RECLAIM.delete(session, dead);
            return;
        }
        byte[] key = Keys.content(content);
        Tables.REFERENCES.put(session, key, Tables.REFERENCES.find(session, key).orElse(0L) + 1);
    }

    /** One less; says whether that was the last. */
    public static boolean drop(Session session, ContentId content) {
        byte[] key = Keys.content(content);
        long beyondFirst = Tables.REFERENCES.find(session, key).orElse(0L);
        if (beyondFirst > 1) {
            Tables.REFERENCES.put(session, key, beyondFirst - 1);
        } else if (beyondFirst == 1) {
            Tables.REFERENCES.delete(session, key);
        } else {
            Tables.RECLAIM.put(session, Keys.deadContent(content), 0L);
        }
        return beyondFirst == 0;
    }
}
