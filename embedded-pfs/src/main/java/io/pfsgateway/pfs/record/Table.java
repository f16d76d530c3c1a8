package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Writer;
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
