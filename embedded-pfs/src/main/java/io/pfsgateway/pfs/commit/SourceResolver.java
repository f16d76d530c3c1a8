package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.content.ContentNumbers;
import io.pfsgateway.pfs.content.Digests;
import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.Part;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.StagedRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import java.util.ArrayList;
import java.util.List;

/** Turns where a file's bytes come from into a content with a reference counted for the file. */
public final class SourceResolver {
    private final ContentNumbers numbers;

    /** What a row needs to know of its content. */
    record Resolved(ContentId content, long size, Sha256 hash, int parts) {}

    public SourceResolver(ContentNumbers numbers) {
        this.numbers = numbers;
    }

    Resolved resolve(Session session, FileSource source) {
        if (source instanceof FileSource.Written written) {
            return store(session, written.content().id(), written.content().contentRecord());
        }
        if (source instanceof FileSource.Copied copied) {
            return copy(session, copied.content());
        }
        return store(session, numbers.next(), composed(session, ((FileSource.Composed) source).staged()));
    }

    private static Resolved store(Session session, ContentId id, ContentRecord content) {
        References.store(session, id, content);
        return resolved(id, content);
    }

    private static Resolved copy(Session session, PinnedContent pinned) {
        if (!Tables.CONTENTS.contains(session, Keys.content(pinned.id()))) {
            throw new IllegalStateException("The source of a copy was closed before the commit");
        }
        References.add(session, pinned.id());
        return resolved(pinned.id(), pinned.contentRecord());
    }

    private static Resolved resolved(ContentId id, ContentRecord content) {
        return new Resolved(id, content.size(), content.hash(), content.parts().size());
    }

    private static ContentRecord composed(Session session, List<PartSource> staged) {
        List<Part> parts = new ArrayList<>();
        List<Extent> runs = new ArrayList<>();
        long size = 0;
        for (PartSource source : staged) {
            ContentId id = source.staged();
            StagedRecord part = Tables.STAGED
                    .find(session, Keys.content(id))
                    .orElseThrow(() -> new PfsException(FailureKind.NO_SUCH_STAGED, "No staged part " + id));
            parts.add(new Part(part.size(), part.hash(), source.note()));
            size += part.size();
            if (part.size() > 0) {
                runs.add(new Extent(id, 0, part.size()));
            }
        }
        return new ContentRecord(size, Digests.ofParts(parts), parts, new ContentBody.Extents(runs));
    }
}
