package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.server.call.Answers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The commits of several branches in one order, the newest first, each once. Branches share commits, and each tells its own
 * from the newest; what they share has the same place in the order of each.
 */
final class NewestFirst implements Answers<CommitPoint> {
    private static final Comparator<CommitPoint> ORDER = Comparator.comparing(CommitPoint::time)
            .thenComparing(point -> point.at().sequence())
            .reversed()
            .thenComparing(point -> point.id().toString())
            .thenComparing(point -> point.at().line() == point.branchLine() ? 0 : 1);

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::point, ORDER));
    private @Nullable CommitPoint last;

    private record Head(CommitPoint point, Answers<CommitPoint> rest) {}

    NewestFirst(List<Answers<CommitPoint>> branches) {
        branches.forEach(this::push);
    }

    @Override
    public Optional<CommitPoint> next() {
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            push(head.rest());
            if (last == null || !last.id().equals(head.point().id())) {
                last = head.point();
                return Optional.of(head.point());
            }
        }
        return Optional.empty();
    }

    private void push(Answers<CommitPoint> rest) {
        rest.next().ifPresent(point -> heads.add(new Head(point, rest)));
    }
}
