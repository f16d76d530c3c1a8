package io.pfsgateway.pfs.server.call;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The messages of a stream, each made when it is asked for. For one thread at a time; whoever opened it closes it, at its end
 * or before.
 */
public interface Answers<T> extends AutoCloseable {
    /** The next message, or nothing at the end. */
    Optional<T> next();

    @Override
    default void close() {}

    /** Answers that hold nothing open. */
    static <T> Answers<T> of(Iterator<T> messages) {
        return () -> messages.hasNext() ? Optional.of(messages.next()) : Optional.empty();
    }

    /** Answers, and then others. */
    static <T> Answers<T> join(Answers<T> first, Answers<T> second) {
        return new Joined<>(first, second);
    }

    /** The same answers in other words. */
    default <R> Answers<R> map(Function<T, R> change) {
        Answers<T> source = this;
        return new Answers<>() {
            @Override
            public Optional<R> next() {
                return source.next().map(change);
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
