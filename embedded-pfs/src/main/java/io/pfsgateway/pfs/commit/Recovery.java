package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.disk.FullDisk;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back after a forced write failed. The store is opened again, since nothing it holds in memory can be trusted, and
 * a forced write must go through before anything else is taken. On a full disk the reserve is given up first, and as long as
 * it is not back only what frees space goes ahead.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final byte[] PROBE = Keys.meta("recoveries");

    private final Store store;
    private final Reserve reserve;
    private volatile boolean spaceIsLow;

    public Recovery(Store store, Reserve reserve) {
        this.store = store;
        this.reserve = reserve;
    }

    /** Makes ready for {@link #attempt()}. */
    void failed(Throwable failure) {
        if (!FullDisk.causes(failure)) {
            return;
        }
        spaceIsLow = true;
        try {
            reserve.release();
        } catch (IOException stuck) {
            LOG.warn("The reserve could not be given up", stuck);
        }
    }

    /** Tries once to get the store to work again; says whether it does. */
    boolean attempt() {
        try {
            store.reopen();
            probe();
            LOG.info("The file system takes changes again");
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The file system does not recover yet: {}", failure.getMessage());
            failed(failure);
            return false;
        }
    }

    private void probe() throws IOException {
        try (Session session = store.session()) {
            long before = Tables.META.find(session, PROBE).orElse(0L);
            Tables.META.put(session, PROBE, before + 1);
            session.writeForced();
        }
    }

    /** Whether it was so when somebody looked last that only what frees space may go ahead. For any thread. */
    public boolean lacksSpace() {
        return spaceIsLow;
    }

    /** Whether only what frees space may go ahead; looks again for room when it was so. */
    boolean isSpaceLow() {
        if (spaceIsLow) {
            try {
                spaceIsLow = !reserve.restore();
            } catch (IOException failure) {
                LOG.warn("The reserve could not be restored", failure);
            }
        }
        return spaceIsLow;
    }
}
