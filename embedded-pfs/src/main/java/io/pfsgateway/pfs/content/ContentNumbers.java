package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out the numbers of contents, each once for all time. Every opening of a folder reserves a range that no later one
 * will use, so that a number costs no write, and numbers below {@link #first()} are known to be of earlier openings.
 */
public final class ContentNumbers {
    private static final long RANGE = 1L << 40;
    private static final byte[] CEILING = Keys.meta("content-numbers");

    private final long first;
    private final AtomicLong next;

    private ContentNumbers(long first) {
        this.first = first;
        this.next = new AtomicLong(first);
    }

    /** Reserves the range of this opening; it is on disk when this returns. */
    public static ContentNumbers reserve(Store store) throws IOException {
        try (Session session = store.session()) {
            long first = Tables.META.find(session, CEILING).orElse(1L);
            Tables.META.put(session, CEILING, first + RANGE);
            session.writeForced();
            return new ContentNumbers(first);
        }
    }

    public long first() {
        return first;
    }

    public ContentId next() {
        long number = next.getAndIncrement();
        if (number >= first + RANGE) {
            throw new PfsException(FailureKind.UNAVAILABLE, "All numbers are used up until the folder is opened again");
        }
        return new ContentId(number);
    }
}
