package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.model.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/**
 * A file version whose bytes stay readable until this is closed, whatever is deleted meanwhile. For one thread; the caller
 * closes it.
 */
public final class OpenFile implements AutoCloseable {
    private final FileAt file;
    private final PinnedContent content;

    OpenFile(FileAt file, PinnedContent content) {
        this.file = file;
        this.content = content;
    }

    public FileAt file() {
        return file;
    }

    public long size() {
        return content.contentRecord().size();
    }

    /** The parts that the file was composed of, in order; none for a file written in one go. */
    public List<Part> parts() {
        return content.contentRecord().parts();
    }

    public PinnedContent content() {
        return content;
    }

    /** Reads some bytes from the position, at least one where the target has room; -1 at the end. */
    public int read(long position, ByteBuffer target) {
        return content.read(position, target);
    }

    /** As {@link PinnedContent#transferTo}. */
    public long transferTo(long position, long most, WritableByteChannel target) throws IOException {
        return content.transferTo(position, most, target);
    }

    /** The bytes of a range as a stream, which is at its end where the range or the file is. Closing it closes nothing else. */
    public InputStream stream(long offset, long length) {
        return new RangeStream(content, offset, length);
    }

    @Override
    public void close() {
        content.close();
    }
}
