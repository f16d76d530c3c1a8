package io.pfsgateway.pfs.server.tree;

import io.pfsgateway.pfs.server.call.Answers;
import java.util.Optional;
import java.util.function.Predicate;

/** Those of some answers that hold to a rule. */
public final class Matching<T> implements Answers<T> {
    private final Answers<T> source;
    private final Predicate<T> rule;

    public Matching(Answers<T> source, Predicate<T> rule) {
        this.source = source;
        this.rule = rule;
    }

    @Override
    public Optional<T> next() {
        Optional<T> next = source.next();
        while (next.isPresent() && !rule.test(next.get())) {
            next = source.next();
        }
        return next;
    }

    @Override
    public void close() {
        source.close();
    }
}
