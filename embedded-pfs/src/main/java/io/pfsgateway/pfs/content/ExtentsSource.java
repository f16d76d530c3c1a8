package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.Extent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of a content that is made of runs of others. One of those is open at a time, however many there are. */
final class ExtentsSource implements ByteSource {
    private final List<Extent> runs;
    private final long[] starts;
    private final Opener opener;
    private int current = -1;
    private @Nullable ByteSource source;

    /** Opens another content. */
    @FunctionalInterface
    interface Opener {
        ByteSource open(ContentId content) throws IOException;
    }

    ExtentsSource(List<Extent> runs, Opener opener) {
        this.runs = runs;
        this.opener = opener;
        this.starts = new long[runs.size() + 1];
        for (int index = 0; index < runs.size(); index++) {
            starts[index + 1] = starts[index] + runs.get(index).length();
        }
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position >= starts[runs.size()]) {
            return -1;
        }
        int index = indexAt(position);
        Extent run = runs.get(index);
        long within = position - starts[index];
        ByteBuffer bounded = target.slice();
        bounded.limit((int) Math.min(bounded.remaining(), run.length() - within));
        int count = sourceOf(index).read(run.offset() + within, bounded);
        target.position(target.position() + Math.max(count, 0));
        return count;
    }

    @Override
    public long transferTo(long position, long most, WritableByteChannel target) throws IOException {
        if (position >= starts[runs.size()]) {
            return 0;
        }
        int index = indexAt(position);
        Extent run = runs.get(index);
        long within = position - starts[index];
        return sourceOf(index).transferTo(run.offset() + within, Math.min(most, run.length() - within), target);
    }

    private int indexAt(long position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    private ByteSource sourceOf(int index) throws IOException {
        ByteSource open = source;
        if (open != null && index == current) {
            return open;
        }
        if (open != null && runs.get(index).content().equals(runs.get(current).content())) {
            current = index;
            return open;
        }
        close();
        ByteSource next = opener.open(runs.get(index).content());
        source = next;
        current = index;
        return next;
    }

    @Override
    public void close() throws IOException {
        ByteSource open = source;
        if (open != null) {
            source = null;
            open.close();
        }
    }
}
