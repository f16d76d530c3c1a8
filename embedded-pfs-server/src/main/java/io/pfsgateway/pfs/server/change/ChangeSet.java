package io.pfsgateway.pfs.server.change;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.staged.Staging;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a call has asked for, path by path. Small files stay in memory until the commit, so there is a limit to
 * their bytes, and one to the number of paths. Closing it lets go of all that was not committed. For one thread.
 */
final class ChangeSet implements AutoCloseable {
    private static final int MOST_PATHS = 100_000;
    private static final long MOST_BYTES_IN_MEMORY =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);
    /** Above the engine's limit for what it keeps in memory. */
    private static final long SMALL_FILE_BYTES = 64 << 10;

    private final Staging staging;
    private final Map<FilePath, PathChange> changes = new LinkedHashMap<>();
    private long bytesInMemory;
    private @Nullable Open open;

    /** The file whose bytes are coming in. */
    private record Open(FilePath path, ContentWriter writer) {}

    ChangeSet(Staging staging) {
        this.staging = staging;
    }

    Map<FilePath, PathChange> changes() {
        return changes;
    }

    /** Puts bytes behind what is at a path. Those that come one after the other for one path are one piece. */
    void append(FilePath path, ByteString bytes) {
        Open current = open;
        ContentWriter writer = current != null && current.path().equals(path) ? current.writer() : begin(path);
        bytes.asReadOnlyByteBufferList().forEach(part -> {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            writer.write(copy);
        });
    }

    private ContentWriter begin(FilePath path) {
        settle();
        ContentWriter writer = staging.newContent();
        change(path).append(new Piece.Written(writer));
        open = new Open(path, writer);
        return writer;
    }

    void append(FilePath path, OpenFile source) {
        settle();
        change(path).append(new Piece.Copied(source));
    }

    void delete(FilePath path) {
        settle();
        change(path).delete();
    }

    /** Ends the file whose bytes were coming in, so that not more than one is open at a time. */
    void settle() {
        Open current = open;
        open = null;
        if (current == null) {
            return;
        }
        current.writer().finish();
        if (current.writer().size() <= SMALL_FILE_BYTES) {
            bytesInMemory += current.writer().size();
            requireRoom(bytesInMemory <= MOST_BYTES_IN_MEMORY, "bytes in small files");
        }
    }

    /** What a path that was changed has now, if it was. */
    Optional<PathChange> find(FilePath path) {
        return Optional.ofNullable(changes.get(path));
    }

    private PathChange change(FilePath path) {
        requireRoom(changes.size() < MOST_PATHS || changes.containsKey(path), "paths");
        return changes.computeIfAbsent(path, added -> new PathChange());
    }

    private static void requireRoom(boolean room, String what) {
        if (!room) {
            throw Status.RESOURCE_EXHAUSTED
                    .withDescription("too many " + what + " in one commit: at most " + MOST_PATHS + " paths, and "
                            + (MOST_BYTES_IN_MEMORY >> 20) + " MiB in files of up to " + (SMALL_FILE_BYTES >> 10)
                            + " KiB; use several commits")
                    .asRuntimeException();
        }
    }

    @Override
    public void close() {
        changes.values().forEach(PathChange::close);
    }
}
