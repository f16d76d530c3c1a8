package io.pfsgateway.testkit.fake;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is open, so that tests find what is never closed. */
final class Handles {
    private final AtomicInteger open = new AtomicInteger();

    int open() {
        return open.get();
    }

    Handle take() {
        open.incrementAndGet();
        return new Handle(open);
    }

    /** One open thing; closing it twice counts once. */
    static final class Handle {
        private final AtomicInteger open;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Handle(AtomicInteger open) {
            this.open = open;
        }

        void close() {
            if (closed.compareAndSet(false, true)) {
                open.decrementAndGet();
            }
        }

        void requireOpen() {
            if (closed.get()) {
                throw new IllegalStateException("Used after it was closed");
            }
        }
    }
}
