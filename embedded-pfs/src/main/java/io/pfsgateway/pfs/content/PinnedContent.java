package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.ContentRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A content that stays readable until this is closed, whatever is deleted meanwhile. For one thread; closing twice does
 * nothing more.
 */
public final class PinnedContent implements AutoCloseable {
    private final ContentId id;
    private final ContentRecord contentRecord;
    private final Contents contents;
    private @Nullable ByteSource source;
    private boolean closed;

    PinnedContent(ContentId id, ContentRecord contentRecord, Contents contents) {
        this.id = id;
        this.contentRecord = contentRecord;
        this.contents = contents;
    }

    public ContentId id() {
        return id;
    }

    public ContentRecord contentRecord() {
        return contentRecord;
    }

    /** Reads some bytes from the position, at least one where the target has room; -1 at the end. */
    public int read(long position, ByteBuffer target) {
        if (position >= contentRecord.size()) {
            return -1;
        }
        try {
            int count = open().read(position, target);
            if (count < 0) {
                throw PfsException.corrupt(
                        "Content " + id + " ends at " + position + " instead of " + contentRecord.size());
            }
            return count;
        } catch (IOException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "Content " + id + " could not be read", failure);
        }
    }

    /**
     * Has the operating system send some bytes from the position to a channel, no more than asked for and none behind the end. Where
     * that is not possible, or the channel takes none just now, none are sent.
     *
     * @throws IOException if the channel does not take them, or the content could not be read, which then cannot be told apart
     */
    public long transferTo(long position, long most, WritableByteChannel target) throws IOException {
        long left = contentRecord.size() - position;
        return left <= 0 ? 0 : open().transferTo(position, Math.min(most, left), target);
    }

    private ByteSource open() throws IOException {
        if (closed) {
            throw new IllegalStateException("Content " + id + " is closed");
        }
        ByteSource open = source;
        if (open == null) {
            open = contents.open(id, contentRecord);
            source = open;
        }
        return open;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            ByteSource open = source;
            if (open != null) {
                open.close();
            }
        } catch (IOException failure) {
            throw new PfsException(FailureKind.UNAVAILABLE, "Content " + id + " could not be closed", failure);
        } finally {
            contents.unpin(id);
        }
    }
}
