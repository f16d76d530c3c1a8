package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/** Makes new contents. Safe for any number of threads. */
public final class ContentFactory {
    private static final int HASH_STEP_BYTES = 1 << 16;

    private final Contents contents;
    private final Blobs blobs;
    private final Disk disk;
    private final ContentNumbers numbers;
    private final int inlineLimitBytes;

    public ContentFactory(Contents contents, Blobs blobs, Disk disk, ContentNumbers numbers, int inlineLimitBytes) {
        this.contents = contents;
        this.blobs = blobs;
        this.disk = disk;
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
        List<Extent> runs = new Runs(contents::require).of(source.id(), source.contentRecord(), offset, length);
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
}
