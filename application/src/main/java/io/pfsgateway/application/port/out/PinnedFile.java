package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import java.io.InputStream;
import java.util.List;

/**
 * A file at one commit, whose bytes stay readable until it is closed, whatever is deleted meanwhile. For one thread at a time;
 * closing it twice does nothing.
 */
public interface PinnedFile extends AutoCloseable {
    /** The file. */
    FileVersion version();

    /** The commit that was read. */
    CommitInfo commit();

    /** The parts that it was assembled of, in order; none for a file that was written in one piece. */
    List<FilePart> parts();

    /**
     * The bytes of a range, which must lie within the file. They are streamed, never held whole unless they are few; an
     * {@link java.io.IOException} of the stream means that the file system failed, and that what came so far is a true start.
     * The caller closes the stream. Who sends the bytes on may look whether it is {@link io.pfsgateway.domain.file.DirectContent} too.
     */
    InputStream content(ByteRange range);

    @Override
    void close();
}
