package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.FilePath;

/** The key of a row, taken apart: a version of a path on a line. */
public record RowKey(long line, FilePath path, long sequence) {
    /** The sequence alone, which is all that many readers ask of a key. */
    public static long sequenceOf(byte[] key) {
        return ~new Decoder(key, key.length - Long.BYTES).u64();
    }

    public static RowKey decode(byte[] key) {
        Decoder decoder = new Decoder(key);
        return new RowKey(decoder.u64(), new FilePath(decoder.terminated()), ~decoder.u64());
    }
}
