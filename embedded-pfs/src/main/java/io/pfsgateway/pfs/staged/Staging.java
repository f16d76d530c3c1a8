package io.pfsgateway.pfs.staged;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.content.ContentFactory;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.content.NewContent;
import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.StagedRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stages parts, lists and releases them. Each change is durable when its method returns. Safe for any number of threads. */
public final class Staging {
    private final Store store;
    private final Committer committer;
    private final ContentFactory contents;

    public Staging(Store store, Committer committer, ContentFactory contents) {
        this.store = store;
        this.committer = committer;
        this.contents = contents;
    }

    /** A new content to stream bytes into, for a commit or for staging. The caller closes it. */
    public ContentWriter newContent() {
        return contents.create();
    }

    /** Stages the bytes that the writer took, finishing it first. The tag is kept as it is. */
    public StagedPart stage(ContentWriter bytes, Bytes tag) {
        return stage(bytes.finish(), tag);
    }

    /** Stages a range of an open file. Its bytes are read once to hash them, and written nowhere. */
    public StagedPart stageRange(PinnedContent source, long offset, long length, Bytes tag) {
        return stage(contents.range(source, offset, length), tag);
    }

    public Optional<StagedPart> find(ContentId id) {
        try (View view = store.view()) {
            return Tables.STAGED.find(view, Keys.content(id)).map(found -> part(id, found));
        }
    }

    /** The parts after the given one, or from the first, in the order in which they were begun; at most so many. */
    public List<StagedPart> list(Optional<ContentId> after, int limit) {
        byte[] from = after.map(Keys::content).map(Keys::after).orElse(Keys.first());
        List<StagedPart> page = new ArrayList<>();
        try (View view = store.snapshot();
                Cursor cursor = view.cursor(Family.STAGED, from, Keys.last())) {
            for (cursor.first(); cursor.valid() && page.size() < limit; cursor.next()) {
                page.add(part(Keys.decodeContent(cursor.key()), Tables.STAGED.decode(cursor.value())));
            }
        }
        return page;
    }

    /** Lets go of parts; those that are not there are passed over. Says how many were. */
    public int release(List<ContentId> ids) {
        return committer.run(new Release(List.copyOf(ids)));
    }

    private StagedPart stage(NewContent content, Bytes tag) {
        content.claim();
        boolean mayBeStaged = false;
        try {
            StagedPart staged = committer.run((session, moment) -> stage(session, moment, content, tag));
            mayBeStaged = true;
            return staged;
        } catch (PfsException failure) {
            mayBeStaged = failure.kind() == FailureKind.OUTCOME_UNKNOWN;
            throw failure;
        } finally {
            if (!mayBeStaged) {
                content.unclaim();
            }
        }
    }

    private static StagedPart stage(Session session, Moment moment, NewContent content, Bytes tag) {
        ContentRecord bytes = content.contentRecord();
        StagedRecord staged = new StagedRecord(moment.now(), tag, bytes.size(), bytes.hash());
        References.store(session, content.id(), bytes);
        Tables.STAGED.put(session, Keys.content(content.id()), staged);
        return part(content.id(), staged);
    }

    private static StagedPart part(ContentId id, StagedRecord staged) {
        return new StagedPart(id, staged.time(), staged.tag(), staged.size(), staged.hash());
    }

    private record Release(List<ContentId> ids) implements Operation<Integer> {
        @Override
        public Integer apply(Session session, Moment moment) {
            int released = 0;
            for (ContentId id : ids) {
                if (Tables.STAGED.contains(session, Keys.content(id))) {
                    Tables.STAGED.delete(session, Keys.content(id));
                    if (References.drop(session, id)) {
                        moment.needBackground();
                    }
                    released++;
                }
            }
            return released;
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }
}
