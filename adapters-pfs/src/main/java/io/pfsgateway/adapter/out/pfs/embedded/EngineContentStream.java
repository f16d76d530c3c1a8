package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.io.InputStream;

/** The engine's stream, whose failures are input errors, as whoever copies a stream expects. */
final class EngineContentStream extends InputStream {
    private final InputStream engine;

    EngineContentStream(InputStream engine) {
        this.engine = engine;
    }

    @Override
    public int read() throws IOException {
        try {
            return engine.read();
        } catch (PfsException failed) {
            throw new IOException("The file system failed in the middle of a file.", failed);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return engine.read(bytes, offset, length);
        } catch (PfsException failed) {
            throw new IOException("The file system failed in the middle of a file.", failed);
        }
    }

    @Override
    public int available() throws IOException {
        return engine.available();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
