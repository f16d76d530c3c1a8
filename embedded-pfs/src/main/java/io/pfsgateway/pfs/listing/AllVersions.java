package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks all versions that a place descends from: paths in order, the versions of each from the newest, those of a line
 * before those of the line that it left.
 */
public final class AllVersions implements AutoCloseable {
    private final List<VersionCursor> lines = new ArrayList<>();
    private @Nullable VersionCursor current;

    /** Takes the places of the chain from the newest line back. */
    public AllVersions(Reader reader, List<LineSequence> chain) {
        chain.forEach(place -> lines.add(new VersionCursor(reader, place)));
    }

    public void seek(Bytes from) {
        move(line -> line.seek(from));
    }

    void seekPast(Bytes prefix) {
        move(line -> line.seekPast(prefix));
    }

    void seekBefore(FilePath path, long sequence) {
        move(line -> line.seekBefore(path, sequence));
    }

    public void seekPastPath(FilePath path) {
        move(line -> line.seekPastPath(path));
    }

    void next() {
        standing().next();
        settle();
    }

    public boolean valid() {
        return current != null;
    }

    public FilePath path() {
        return standing().path();
    }

    public FileVersion version() {
        return standing().version();
    }

    /** Where the version was written. */
    public LineSequence place() {
        return standing().writtenAt();
    }

    private void move(Consumer<VersionCursor> step) {
        lines.forEach(step);
        settle();
    }

    private void settle() {
        VersionCursor least = null;
        for (VersionCursor line : lines) {
            if (line.valid() && (least == null || line.path().compareTo(least.path()) < 0)) {
                least = line;
            }
        }
        current = least;
    }

    private VersionCursor standing() {
        VersionCursor line = current;
        if (line == null) {
            throw new IllegalStateException("The cursor stands on no version");
        }
        return line;
    }

    @Override
    public void close() {
        lines.forEach(VersionCursor::close);
    }
}
