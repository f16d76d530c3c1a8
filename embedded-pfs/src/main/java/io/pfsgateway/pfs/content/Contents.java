package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Makes contents, and opens those that there are. */
public final class Contents {
    private static final int HASH_STEP_BYTES = 1 << 16;

    private final Store store;
    private final Blobs blobs;
    private final Disk disk;
    private final Pins pins;
    private final ContentNumbers numbers;
    private final int inlineLimitBytes;

    public Contents(Store store, Blobs blobs, Disk disk, Pins pins, ContentNumbers numbers, int inlineLimitBytes) {
        this.store = store;
        this.blobs = blobs;
        this.disk = disk;
        this.pins = pins;
        this.numbers = numbers;
        this.inlineLimitBytes = inlineLimitBytes;
    }

    /** A new content to stream bytes into. The caller closes it, committed or not. */
    public ContentWriter create() {
        ContentId id = numbers.next();
        return new ContentWriter(id, new BlobOutput(id, blobs, disk), inlineLimitBytes);
    }

    /** A new content of bytes that another holds already: they are read once for their hash, and written nowhere. */
    public NewContent range(PinnedContent source, long offset, long length) {
        if (offset < 0 || length < 0 || length > source.contentRecord().size() - offset) {
            throw new IllegalArgumentException("No such range: " + offset + " +" + length);
        }
        List<Extent> runs = new Runs(this::require).of(source.id(), source.contentRecord(), offset, length);
        ContentBody body = new ContentBody.Extents(runs);
        return new NewContent(numbers.next(), new ContentRecord(length, hash(source, offset, length), List.of(), body));
    }

    private static Sha256 hash(PinnedContent source, long offset, long length) {
        MessageDigest digest = Digests.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(HASH_STEP_BYTES);
        long end = offset + length;
        for (long position = offset; position < end; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
            position += source.read(position, buffer);
            digest.update(buffer.flip());
        }
        return Digests.finish(digest);
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

    private ContentRecord require(ContentId id) {
        return find(id).orElseThrow(() -> PfsException.corrupt("Content " + id + " is referred to and missing"));
    }

    private Optional<ContentRecord> find(ContentId id) {
        try (View view = store.view()) {
            return Tables.CONTENTS.find(view, Keys.content(id));
        }
    }
}
