package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.ContentNumbers;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps blob files that a crash left without a record, once after opening, a folder at a time. Blobs of this opening are
 * never touched: theirs may be uploads under way.
 */
public final class BlobSweep implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(BlobSweep.class);

    private final Store store;
    private final Blobs blobs;
    private final long firstOfThisOpening;
    private @Nullable Deque<Path> folders;

    public BlobSweep(Store store, Blobs blobs, ContentNumbers numbers) {
        this.store = store;
        this.blobs = blobs;
        this.firstOfThisOpening = numbers.first();
    }

    @Override
    public boolean step() throws IOException {
        Deque<Path> remaining = folders;
        if (remaining == null) {
            remaining = new ArrayDeque<>(blobs.folders());
            folders = remaining;
        }
        Path next = remaining.peek();
        if (next == null) {
            return false;
        }
        sweep(next);
        remaining.remove();
        return true;
    }

    private void sweep(Path folder) throws IOException {
        List<ContentId> old = new ArrayList<>();
        blobs.forEach(folder, id -> {
            if (id.number() < firstOfThisOpening) {
                old.add(id);
            }
        });
        for (ContentId id : old) {
            if (!isKnown(id)) {
                LOG.info("Sweeping blob {}, which nothing refers to", id);
                blobs.delete(id);
            }
        }
    }

    private boolean isKnown(ContentId id) {
        try (View view = store.view()) {
            return Tables.CONTENTS.contains(view, Keys.content(id));
        }
    }
}
