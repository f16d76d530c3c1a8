package io.pfsgateway.adapter.in.http.accesslog;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an access log is written.
 *
 * @param file a file that is appended to, and made where it is missing; empty for the standard output
 */
public record LogTarget(Optional<Path> file) {
    LogSink open() throws IOException {
        return file.isPresent() ? RotatedFile.open(file.get()) : new StandardOutput();
    }

    /** Without a buffer, and left open for whoever else writes there. */
    private static final class StandardOutput implements LogSink {
        @SuppressWarnings("resource") // closing it would close the descriptor
        private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

        @Override
        public void write(byte[] lines) throws IOException {
            out.write(lines);
        }

        @Override
        public void close() {}
    }
}
