package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.util.Optional;

/** Opens the contents that there are. Safe for any number of threads. */
public final class Contents {
    private final Store store;
    private final Blobs blobs;
    private final Pins pins;

    public Contents(Store store, Blobs blobs, Pins pins) {
        this.store = store;
        this.blobs = blobs;
        this.pins = pins;
    }

    /** Pins a content; nothing where it was reclaimed since the caller heard of it. The caller closes it. */
    public Optional<PinnedContent> pin(ContentId id) {
        if (!pins.pin(id)) {
            return Optional.empty();
        }
        Optional<ContentRecord> found = Optional.empty();
        try {
            found = find(id);
        } finally {
            if (found.isEmpty()) {
                pins.release(id);
            }
        }
        return found.map(known -> new PinnedContent(id, known, this));
    }

    /** Whether neither a record nor a reclaimer at work accounts for the content. */
    public boolean isLost(ContentId id) {
        if (!pins.pin(id)) {
            return false;
        }
        try {
            return find(id).isEmpty();
        } finally {
            pins.release(id);
        }
    }

    void unpin(ContentId id) {
        pins.release(id);
    }

    ByteSource open(ContentId id, ContentRecord known) throws IOException {
        if (known.body() instanceof ContentBody.Inline inline) {
            return new InlineSource(inline.bytes());
        }
        if (known.body() instanceof ContentBody.Extents extents) {
            return new ExtentsSource(extents.runs(), this::openReferenced);
        }
        return new BlobSource(blobs.open(id));
    }

    private ByteSource openReferenced(ContentId id) throws IOException {
        return open(id, require(id));
    }

    ContentRecord require(ContentId id) {
        return find(id).orElseThrow(() -> PfsException.corrupt("Content " + id + " is referred to and missing"));
    }

    private Optional<ContentRecord> find(ContentId id) {
        try (View view = store.view()) {
            return Tables.CONTENTS.find(view, Keys.content(id));
        }
    }
}
