package io.pfsgateway.pfs.server.call;

import java.util.Optional;

/** Answers, and then others. */
final class Joined<T> implements Answers<T> {
    private final Answers<T> first;
    private final Answers<T> second;

    Joined(Answers<T> first, Answers<T> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Optional<T> next() {
        return first.next().or(second::next);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
