package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.tree.ChangeCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several layers seen as one: for each path the change of the newest layer that has one. */
final class NewestChanges implements ChangeCursor, AutoCloseable {
    private final List<LayerCursor> layers = new ArrayList<>();
    private @Nullable LayerCursor current;

    /** Takes the layers newest first. */
    NewestChanges(Reader reader, List<Layers.Layer> newestFirst) {
        newestFirst.forEach(layer -> layers.add(new LayerCursor(reader, layer)));
    }

    @Override
    public void seek(byte[] path) {
        layers.forEach(layer -> layer.seek(path));
        settle();
    }

    @Override
    public boolean valid() {
        return current != null;
    }

    @Override
    public byte[] path() {
        return standing().path();
    }

    @Override
    public Optional<byte[]> value() {
        return standing().value();
    }

    @Override
    public void next() {
        byte[] passed = path();
        for (LayerCursor layer : layers) {
            if (layer.valid() && Arrays.equals(layer.path(), passed)) {
                layer.next();
            }
        }
        settle();
    }

    private void settle() {
        LayerCursor least = null;
        byte[] leastPath = new byte[0];
        for (LayerCursor layer : layers) {
            if (layer.valid()) {
                byte[] path = layer.path();
                if (least == null || Arrays.compareUnsigned(path, leastPath) < 0) {
                    least = layer;
                    leastPath = path;
                }
            }
        }
        current = least;
    }

    private LayerCursor standing() {
        LayerCursor layer = current;
        if (layer == null) {
            throw new IllegalStateException("The cursor stands on no path");
        }
        return layer;
    }

    @Override
    public void close() {
        layers.forEach(LayerCursor::close);
    }
}
