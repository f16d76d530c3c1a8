package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import java.io.IOException;

/** Does one S3 action. Safe for many threads. */
@FunctionalInterface
public interface Operation {
    /**
     * Does it, and tells what to answer.
     *
     * @throws IOException what the request's body threw; nothing was done then
     */
    Answer handle(Call call) throws IOException;
}
