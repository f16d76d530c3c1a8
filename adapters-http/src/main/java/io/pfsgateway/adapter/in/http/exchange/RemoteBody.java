package io.pfsgateway.adapter.in.http.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes that follow a request's headers, as HTTP frames them. Opening the stream tells a client that waits to send them. */
public interface RemoteBody {
    /** The bytes. */
    InputStream open() throws IOException;

    /** The Content-Length, if there is one. */
    OptionalLong contentLength();

    /** Whether it comes in HTTP chunks, whose number nobody knows yet. */
    boolean chunked();
}
