package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of a new content in a stream of any length and hashes them as they pass. Memory is bounded by the limit
 * for inline bodies. Closing it without a commit leaves nothing behind. For one thread.
 */
public final class ContentWriter implements AutoCloseable {
    private final ContentId id;
    private final BlobOutput blob;
    private final int inlineLimitBytes;
    private final MessageDigest digest = Digests.sha256();
    private byte[] head = new byte[0];
    private long size;
    private @Nullable NewContent finished;
    private boolean closed;

    ContentWriter(ContentId id, BlobOutput blob, int inlineLimitBytes) {
        this.id = id;
        this.blob = blob;
        this.inlineLimitBytes = inlineLimitBytes;
    }

    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Takes more bytes; fails with {@link FailureKind#NO_SPACE} where the disk is full. */
    public void write(byte[] bytes, int offset, int length) {
        requireUnfinished();
        digest.update(bytes, offset, length);
        if (size + length <= inlineLimitBytes) {
            keep(bytes, offset, length);
        } else {
            spillHead();
            blob.write(bytes, offset, length);
        }
        size += length;
    }

    public long size() {
        return size;
    }

    /** Ends the stream and makes the bytes durable. A second call answers the same. */
    public NewContent finish() {
        NewContent before = finished;
        if (before != null) {
            return before;
        }
        requireUnfinished();
        blob.finish();
        ContentBody body = blob.isStarted()
                ? new ContentBody.Blob()
                : new ContentBody.Inline(Bytes.owning(Arrays.copyOf(head, (int) size)));
        NewContent content = new NewContent(id, new ContentRecord(size, Digests.finish(digest), List.of(), body));
        finished = content;
        return content;
    }

    /** As {@link #finish()}, but refuses bytes that are not those announced, with {@link FailureKind#HASH_MISMATCH}. */
    public NewContent finish(Sha256 expected) {
        NewContent content = finish();
        Sha256 found = content.contentRecord().hash();
        if (!found.equals(expected)) {
            throw new PfsException(FailureKind.HASH_MISMATCH, "The bytes have SHA-256 " + found + ", not " + expected);
        }
        return content;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int needed = (int) size + length;
        if (needed > head.length) {
            head = Arrays.copyOf(head, Math.min(inlineLimitBytes, Math.max(needed, head.length * 4)));
        }
        System.arraycopy(bytes, offset, head, (int) size, length);
    }

    private void spillHead() {
        if (!blob.isStarted()) {
            blob.write(head, 0, (int) size);
            head = new byte[0];
        }
    }

    private void requireUnfinished() {
        if (closed || finished != null) {
            throw new IllegalStateException("Content " + id + " is finished or closed already");
        }
    }

    @Override
    public void close() {
        closed = true;
        NewContent content = finished;
        if (content == null || content.abandon()) {
            blob.abandon();
        }
    }
}
