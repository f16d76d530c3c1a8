package io.pfsgateway.adapter.in.http.accesslog;

import java.io.Closeable;
import java.io.IOException;

/** Where whole lines go, in their order. Used by one thread at a time. */
interface LogSink extends Closeable {
    void write(byte[] lines) throws IOException;
}
