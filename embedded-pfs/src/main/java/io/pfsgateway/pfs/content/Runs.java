package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs that stand for a range of a content. A range of a composed content becomes the runs under it as long as they
 * are few, so that reading does not go deeper with every copy; else it stays one run of that content, so that runs do not
 * multiply with every copy.
 */
public final class Runs {
    private static final int MOST_COPIED = 64;

    private Runs() {}

    public static List<Extent> of(ContentId id, ContentRecord content, long offset, long length) {
        if (length == 0) {
            return List.of();
        }
        if (content.body() instanceof ContentBody.Extents extents) {
            List<Extent> under = under(extents.runs(), offset, length);
            if (under.size() <= MOST_COPIED) {
                return under;
            }
        }
        return List.of(new Extent(id, offset, length));
    }

    private static List<Extent> under(List<Extent> runs, long offset, long length) {
        List<Extent> under = new ArrayList<>();
        long start = 0;
        for (Extent run : runs) {
            long from = Math.max(start, offset);
            long to = Math.min(start + run.length(), offset + length);
            if (from < to) {
                under.add(new Extent(run.content(), run.offset() + from - start, to - from));
            }
            start += run.length();
            if (start >= offset + length || under.size() > MOST_COPIED) {
                break;
            }
        }
        return under;
    }
}
