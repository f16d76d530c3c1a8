package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A family of the store with the record that its values hold. Keys come from {@link Keys}. */
public final class Table<V> {
    private final Family family;
    private final Codec<V> codec;

    Table(Family family, Codec<V> codec) {
        this.family = family;
        this.codec = codec;
    }

    public Family family() {
        return family;
    }

    public Optional<V> find(Reader reader, byte[] key) {
        return Optional.ofNullable(reader.get(family, key)).map(this::decode);
    }

    /** As {@link #find} for each of the keys, in their order. */
    public List<Optional<V>> findAll(Reader reader, List<byte[]> keys) {
        List<Optional<V>> found = new ArrayList<>(keys.size());
        for (byte[] value : reader.getAll(family, keys)) {
            found.add(Optional.ofNullable(value).map(this::decode));
        }
        return found;
    }

    public boolean contains(Reader reader, byte[] key) {
        return reader.get(family, key) != null;
    }

    public V decode(byte[] value) {
        return codec.decode(new Decoder(value));
    }

    public void put(Writer writer, byte[] key, V value) {
        Encoder encoder = new Encoder();
        codec.encode(value, encoder);
        writer.put(family, key, encoder.toArray());
    }

    public void delete(Writer writer, byte[] key) {
        writer.delete(family, key);
    }
}
