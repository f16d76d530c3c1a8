package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the runs that stand for a range of a content. A range of a composed content becomes the runs under it as long as
 * they are few, so that reading does not go deeper with every copy; else it stays one run of that content, so that runs do
 * not multiply with every copy.
 */
final class Runs {
    private static final int MOST = 64;

    private final Function<ContentId, ContentRecord> contents;

    Runs(Function<ContentId, ContentRecord> contents) {
        this.contents = contents;
    }

    List<Extent> of(ContentId id, ContentRecord content, long offset, long length) {
        if (length == 0) {
            return List.of();
        }
        Extent whole = new Extent(id, offset, length);
        List<Extent> found = new ArrayList<>();
        return content.body() instanceof ContentBody.Extents extents && flatten(extents, whole, found)
                ? found
                : List.of(whole);
    }

    /** Adds the runs under a range of a composed content; says whether they stayed few. */
    private boolean flatten(ContentBody.Extents extents, Extent range, List<Extent> found) {
        long start = 0;
        long end = range.offset() + range.length();
        for (Extent run : extents.runs()) {
            long from = Math.max(start, range.offset());
            long to = Math.min(start + run.length(), end);
            if (from < to && !add(new Extent(run.content(), run.offset() + from - start, to - from), found)) {
                return false;
            }
            start += run.length();
        }
        return true;
    }

    private boolean add(Extent run, List<Extent> found) {
        ContentRecord content = contents.apply(run.content());
        if (content.body() instanceof ContentBody.Extents deeper) {
            return flatten(deeper, run, found);
        }
        found.add(run);
        return found.size() <= MOST;
    }
}
