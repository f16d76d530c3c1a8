package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.record.ChangeKey;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.tree.ChangeCursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one epoch up to a sequence: for each path the newest, in order. However often a path changed, passing it
 * costs one seek.
 */
final class LayerCursor implements ChangeCursor, AutoCloseable {
    private final Layers.Layer layer;
    private final Cursor cursor;
    /** A path behind the cursor: between it and the current change there is none. */
    private @Nullable Bytes behind;

    private @Nullable ChangeKey current;

    LayerCursor(Reader reader, Layers.Layer layer) {
        this.layer = layer;
        byte[] start = Keys.changesOfEpoch(layer.line(), layer.epoch());
        this.cursor = reader.cursor(Family.CHANGES, start, Keys.after(start));
    }

    @Override
    public void seek(byte[] path) {
        Bytes from = Bytes.of(path);
        if (!standsRightFor(from)) {
            cursor.seek(Keys.changesOfPrefix(layer.line(), layer.epoch(), from));
            settle();
        }
        behind = from;
    }

    /** A walk that goes on to before its next change costs no seek. */
    private boolean standsRightFor(Bytes from) {
        Bytes passed = behind;
        ChangeKey change = current;
        return passed != null
                && passed.compareTo(from) < 0
                && (change == null || change.path().bytes().compareTo(from) >= 0);
    }

    @Override
    public boolean valid() {
        return current != null;
    }

    @Override
    public byte[] path() {
        return standing().path().bytes().toArray();
    }

    @Override
    public Optional<byte[]> value() {
        ChangeKey change = standing();
        boolean live = Tables.CHANGES.decode(cursor.value());
        return live
                ? Optional.of(WrittenAt.encode(new LineSequence(layer.line(), change.sequence())))
                : Optional.empty();
    }

    @Override
    public void next() {
        FilePath passed = standing().path();
        cursor.next();
        if (cursor.valid() && ChangeKey.decode(cursor.key()).path().equals(passed)) {
            cursor.seek(Keys.after(Keys.changesOfPath(layer.line(), layer.epoch(), passed)));
        }
        settle();
        behind = passed.bytes();
    }

    /** From the newest change of a path, goes to the newest that counts; a path with none is passed over. */
    private void settle() {
        while (cursor.valid()) {
            ChangeKey found = ChangeKey.decode(cursor.key());
            if (found.sequence() <= layer.sequence()) {
                current = found;
                return;
            }
            cursor.seek(Keys.change(layer.line(), layer.epoch(), found.path(), layer.sequence()));
        }
        current = null;
    }

    private ChangeKey standing() {
        ChangeKey change = current;
        if (change == null) {
            throw new IllegalStateException("The cursor stands on no path");
        }
        return change;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
