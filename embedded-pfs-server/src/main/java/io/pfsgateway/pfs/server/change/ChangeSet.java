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
 * The changes that a call has asked for, path by path. They and small files stay in memory until the commit, so there is a limit
 * to what they take, alone and with those of other calls, and one to the number of paths. Closing it lets go of all that was not committed. For one thread.
 */
final class ChangeSet implements AutoCloseable {
    private static final int MOST_PATHS = 100_000;
    /** Above the engine's limit for what it keeps in memory. */
    private static final long SMALL_FILE_BYTES = 64 << 10;
    /** About what a piece of a file takes without its bytes; the path of each is kept besides. */
    private static final long PIECE_BYTES = 512;

    private final Staging staging;
    private final ChangeMemory memory;
    private final Map<FilePath, PathChange> changes = new LinkedHashMap<>();
    private long bytesInMemory;
    private @Nullable Open open;

    /** The file whose bytes are coming in. */
    private record Open(FilePath path, ContentWriter writer) {}

    ChangeSet(Staging staging, ChangeMemory memory) {
        this.staging = staging;
        this.memory = memory;
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
        charge(PIECE_BYTES);
        PathChange change = change(path);
        ContentWriter writer = staging.newContent();
        change.append(new Piece.Written(writer));
        open = new Open(path, writer);
        return writer;
    }

    /** Puts a file that is there behind what is at a path; it is closed with the changes, or at once where it is refused. */
    void append(FilePath path, OpenFile source) {
        try {
            settle();
            charge(PIECE_BYTES);
            change(path).append(new Piece.Copied(source));
        } catch (RuntimeException refused) {
            source.close();
            throw refused;
        }
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
            charge(current.writer().size());
        }
    }

    /** What a path that was changed has now, if it was. */
    Optional<PathChange> find(FilePath path) {
        return Optional.ofNullable(changes.get(path));
    }

    private PathChange change(FilePath path) {
        PathChange known = changes.get(path);
        if (known != null) {
            return known;
        }
        requireRoom(changes.size() < MOST_PATHS, "paths");
        charge(PIECE_BYTES + path.toString().length());
        PathChange added = new PathChange();
        changes.put(path, added);
        return added;
    }

    private void charge(long bytes) {
        requireRoom(bytesInMemory + bytes <= memory.ofACall(), "changes and bytes in small files");
        if (!memory.take(bytes)) {
            throw Status.RESOURCE_EXHAUSTED
                    .withDescription("the changes of all calls together take too much memory; try again later")
                    .asRuntimeException();
        }
        bytesInMemory += bytes;
    }

    private void requireRoom(boolean room, String what) {
        if (!room) {
            throw Status.RESOURCE_EXHAUSTED
                    .withDescription("too many " + what + " in one commit: at most " + MOST_PATHS + " paths, and "
                            + (memory.ofACall() >> 20) + " MiB of changes and of files of up to "
                            + (SMALL_FILE_BYTES >> 10) + " KiB; use several commits")
                    .asRuntimeException();
        }
    }

    @Override
    public void close() {
        memory.giveBack(bytesInMemory);
        bytesInMemory = 0;
        changes.values().forEach(PathChange::close);
    }
}
