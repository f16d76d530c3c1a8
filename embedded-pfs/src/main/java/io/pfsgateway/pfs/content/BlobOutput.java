package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.FullDisk;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One blob file being written. It is made with the first bytes, and a failure removes what was written of it. */
final class BlobOutput {
    private static final Logger LOG = LoggerFactory.getLogger(BlobOutput.class);

    private final ContentId id;
    private final Blobs blobs;
    private final Disk disk;
    private @Nullable FileChannel channel;
    private boolean started;

    BlobOutput(ContentId id, Blobs blobs, Disk disk) {
        this.id = id;
        this.blobs = blobs;
        this.disk = disk;
    }

    boolean isStarted() {
        return started;
    }

    void write(byte[] bytes, int offset, int length) {
        try {
            disk.write(open(), ByteBuffer.wrap(bytes, offset, length));
        } catch (IOException failure) {
            abandon();
            throw translate(failure);
        }
    }

    /** Makes the file durable and closes it; nothing to do where none was made. */
    void finish() {
        if (!started) {
            return;
        }
        try {
            FileChannel open = open();
            blobs.force(id, open);
            open.close();
            channel = null;
        } catch (IOException failure) {
            abandon();
            throw translate(failure);
        }
    }

    /** Removes the file. What cannot be removed now is swept when the folder is opened again. */
    void abandon() {
        if (!started) {
            return;
        }
        try {
            FileChannel open = channel;
            if (open != null) {
                channel = null;
                open.close();
            }
            blobs.delete(id);
        } catch (IOException failure) {
            LOG.warn("The blob of the abandoned content {} stays until the next opening", id, failure);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            if (started) {
                throw new IOException("The blob failed before");
            }
            open = blobs.create(id);
            started = true;
            channel = open;
        }
        return open;
    }

    private static PfsException translate(IOException failure) {
        return FullDisk.causes(failure)
                ? new PfsException(FailureKind.NO_SPACE, "No space is left for the bytes", failure)
                : new PfsException(FailureKind.UNAVAILABLE, "The bytes could not be written", failure);
    }
}
