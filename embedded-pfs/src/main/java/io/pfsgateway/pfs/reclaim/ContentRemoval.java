package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.Pins;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Remains;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes dead contents that nobody reads any more: first the records, and when those are gone for certain, the blob files. The space of the records comes back a share at a time.
 * A content that is pinned is passed over until it is not. A step drops few references: of a content that has more, the
 * record goes at once, and leaves a note of what it referred to, a share for each step.
 */
public final class ContentRemoval implements Chore {
    private static final int CONTENTS_PER_STEP = 256;
    private static final int DROPS_PER_STEP = 2_000;
    private final Store store;
    private final Committer committer;
    private final Pins pins;
    private final Blobs blobs;
    private final DeletedContents deleted;
    private byte[] reached = Keys.deadContents();
    private boolean removedAny;

    public ContentRemoval(Store store, Committer committer, Pins pins, Blobs blobs) {
        this.store = store;
        this.committer = committer;
        this.pins = pins;
        this.blobs = blobs;
        this.deleted = new DeletedContents(store);
    }

    @Override
    public boolean step() throws IOException {
        return dropRemains() || removeDead();
    }

    private boolean dropRemains() {
        Optional<byte[]> share = firstShare();
        share.ifPresent(found -> committer.run(new Drop(Bytes.owning(found))));
        return share.isPresent();
    }

    private Optional<byte[]> firstShare() {
        byte[] first = Keys.allRemains();
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.RECLAIM, first, Keys.after(first))) {
            cursor.first();
            return cursor.valid() ? Optional.of(cursor.key()) : Optional.empty();
        }
    }

    private boolean removeDead() throws IOException {
        List<ContentId> dead = nextDead();
        if (dead.isEmpty()) {
            return startOver();
        }
        List<ContentId> retired = dead.stream().filter(pins::retire).toList();
        try {
            if (!retired.isEmpty()) {
                for (ContentId blob : committer.run(new Forget(retired))) {
                    blobs.delete(blob);
                }
                removedAny = true;
                retired.forEach(deleted::add);
            }
        } finally {
            retired.forEach(pins::readmit);
        }
        reached = Keys.after(Keys.deadContent(dead.get(dead.size() - 1)));
        return true;
    }

    /** More may have died behind this pass while it removed some; what is left when it removed none is pinned. */
    private boolean startOver() {
        boolean again = removedAny;
        if (!again) {
            deleted.settle();
        }
        removedAny = false;
        reached = Keys.deadContents();
        return again;
    }

    private List<ContentId> nextDead() {
        List<ContentId> dead = new ArrayList<>();
        int drops = 0;
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.RECLAIM, reached, Keys.after(Keys.deadContents()))) {
            for (cursor.first(); cursor.valid() && dead.size() < CONTENTS_PER_STEP; cursor.next()) {
                ContentId id = new ContentId(Keys.decodeDead(cursor.key()));
                drops += Math.min(references(view, id), DROPS_PER_STEP);
                if (drops > DROPS_PER_STEP && !dead.isEmpty()) {
                    break;
                }
                dead.add(id);
            }
        }
        return dead;
    }

    private static int references(View view, ContentId id) {
        return Tables.CONTENTS
                .find(view, Keys.content(id))
                .map(content -> content.body().references().size())
                .orElse(0);
    }

    /** Drops one share of what a removed content referred to. */
    private record Drop(Bytes share) implements Operation<Boolean> {
        @Override
        public Boolean apply(Session session, Moment moment) {
            byte[] key = share.toArray();
            Optional<Remains> left = Tables.REMAINS.find(session, key);
            Tables.REMAINS.delete(session, key);
            left.ifPresent(remains -> remains.references().forEach(reference -> References.drop(session, reference)));
            moment.needBackground();
            return left.isPresent();
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }

    /** Forgets contents, unless a reference came back; answers those whose blob files are now without a record. */
    private record Forget(List<ContentId> contents) implements Operation<List<ContentId>> {
        @Override
        public List<ContentId> apply(Session session, Moment moment) {
            List<ContentId> blobs = new ArrayList<>();
            for (ContentId id : contents) {
                if (Tables.RECLAIM.contains(session, Keys.deadContent(id)) && forget(session, id, moment)) {
                    blobs.add(id);
                }
            }
            return blobs;
        }

        private static boolean forget(Session session, ContentId id, Moment moment) {
            Optional<ContentRecord> found = Tables.CONTENTS.find(session, Keys.content(id));
            Tables.RECLAIM.delete(session, Keys.deadContent(id));
            Tables.CONTENTS.delete(session, Keys.content(id));
            if (found.isEmpty()) {
                return false;
            }
            ContentBody body = found.get().body();
            List<ContentId> references = List.copyOf(body.references());
            if (!references.isEmpty()) {
                moment.needBackground();
            }
            if (references.size() <= DROPS_PER_STEP) {
                references.forEach(reference -> References.drop(session, reference));
            } else {
                leaveRemains(session, id, references);
            }
            return body instanceof ContentBody.Blob;
        }

        private static void leaveRemains(Session session, ContentId id, List<ContentId> references) {
            int shares = 0;
            for (int from = 0; from < references.size(); from += DROPS_PER_STEP) {
                int to = Math.min(from + DROPS_PER_STEP, references.size());
                Tables.REMAINS.put(session, Keys.remains(id, shares++), new Remains(references.subList(from, to)));
            }
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }
}
