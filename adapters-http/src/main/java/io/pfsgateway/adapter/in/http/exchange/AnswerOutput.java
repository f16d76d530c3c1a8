package io.pfsgateway.adapter.in.http.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where the body of an answer goes. */
public abstract class AnswerOutput extends OutputStream {
    /**
     * Sends so many bytes of a content, or as many as it has. One that is {@link
     * io.pfsgateway.domain.file.DirectContent} too may be sent as such. The content stays open.
     */
    public abstract void send(InputStream content, long sizeBytes) throws IOException;
}
