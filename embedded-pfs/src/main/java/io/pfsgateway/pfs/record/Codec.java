package io.pfsgateway.pfs.record;

/** The form of a record in bytes. What was encoded decodes to an equal record. */
interface Codec<V> {
    void encode(V value, Encoder encoder);

    V decode(Decoder decoder);
}
