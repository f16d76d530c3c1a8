package io.pfsgateway.pfs.server.file;

import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.tree.Node;
import io.pfsgateway.pfs.server.words.Paths;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which part of a listing is wanted: so many, from behind a path, or in reverse from before it. In reverse the last of them
 * are kept while all before the path are gone through.
 *
 * @param number the most; the highest number there is for all
 */
record Page(long number, boolean reverse, Optional<String> marker) {
    private static final long MOST = 100_000;

    static Page of(long number, boolean reverse, Optional<String> marker) {
        if (number == 0 && reverse) {
            throw Refusals.invalid("number must be > 0 when reverse is true");
        }
        if (number > MOST) {
            throw Refusals.invalid("cannot return more than " + MOST + " files at a time");
        }
        return new Page(number <= 0 ? Long.MAX_VALUE : number, reverse, marker);
    }

    /** Where reading starts. */
    Optional<String> start() {
        return reverse ? Optional.empty() : marker;
    }

    /** How many entries to read at once, so that a short page reads no more than it shows. */
    int readSize(int usual) {
        return reverse || number >= usual ? usual : (int) number + 1;
    }

    /** The wanted part of what a listing shows. */
    Answers<Node> cut(Answers<Node> all) {
        return reverse ? new Backwards(all, this) : new Forwards(all, this);
    }

    /** A marker for a directory may lack the slash at its end. */
    private boolean isMarker(Node node) {
        return marker.isPresent() && Paths.clean(marker.get()).equals(Paths.clean(node.path()));
    }

    private boolean isBefore(Node node) {
        return marker.isEmpty() || node.compareTo(marker.get()) < 0;
    }

    /** From behind the marker. */
    private static final class Forwards implements Answers<Node> {
        private final Answers<Node> all;
        private final Page page;
        private long left;

        Forwards(Answers<Node> all, Page page) {
            this.all = all;
            this.page = page;
            this.left = page.number();
        }

        @Override
        public Optional<Node> next() {
            if (left == 0) {
                return Optional.empty();
            }
            left--;
            Optional<Node> next = all.next();
            while (next.isPresent() && (page.isMarker(next.get()) || comesBefore(next.get()))) {
                next = all.next();
            }
            return next;
        }

        private boolean comesBefore(Node node) {
            return page.marker().isPresent() && page.isBefore(node);
        }

        @Override
        public void close() {
            all.close();
        }
    }

    /** From before the marker, backwards. */
    private static final class Backwards implements Answers<Node> {
        private final Answers<Node> all;
        private final Page page;
        private final Deque<Node> last = new ArrayDeque<>();
        private boolean read;

        Backwards(Answers<Node> all, Page page) {
            this.all = all;
            this.page = page;
        }

        @Override
        public Optional<Node> next() {
            if (!read) {
                read = true;
                read();
            }
            return Optional.ofNullable(last.pollLast());
        }

        private void read() {
            Optional<Node> next = all.next();
            while (next.isPresent() && page.isBefore(next.get())) {
                if (!page.isMarker(next.get())) {
                    keep(next.get());
                }
                next = all.next();
            }
        }

        private void keep(Node node) {
            last.addLast(node);
            if (last.size() > page.number()) {
                last.removeFirst();
            }
        }

        @Override
        public void close() {
            all.close();
        }
    }
}
