package io.pfsgateway.adapter.in.http.exchange;

import java.io.IOException;
import java.util.OptionalLong;

/** The body of an answer. It is written at most once, and closed whether it was written or not. */
public interface AnswerBody extends AutoCloseable {
    /** No body. */
    AnswerBody EMPTY = new AnswerBody() {
        @Override
        public OptionalLong length() {
            return OptionalLong.of(0);
        }

        @Override
        public void writeTo(AnswerOutput out) {}
    };

    /** How many bytes it has, where that is known before it is written. */
    OptionalLong length();

    /** Writes it; the stream stays open. */
    void writeTo(AnswerOutput out) throws IOException;

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
