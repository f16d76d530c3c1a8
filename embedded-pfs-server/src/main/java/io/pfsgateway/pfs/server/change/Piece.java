package io.pfsgateway.pfs.server.change;

import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.read.OpenFile;

/** Bytes that are put to the end of a file. Closing it lets go of what was not committed. */
sealed interface Piece extends AutoCloseable {
    long sizeBytes();

    @Override
    void close();

    /** Bytes that came with the call. */
    record Written(ContentWriter writer) implements Piece {
        @Override
        public long sizeBytes() {
            return writer.size();
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    /** The bytes of a file that is there. Its attributes go with them where they are all that the new file has. */
    record Copied(OpenFile file) implements Piece {
        @Override
        public long sizeBytes() {
            return file.size();
        }

        Bytes attributes() {
            return file.file().row().attributes();
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
