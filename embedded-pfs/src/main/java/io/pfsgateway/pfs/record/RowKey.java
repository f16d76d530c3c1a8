package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.FilePath;

/** The key of a row, taken apart: a version of a path on a line. */
public record RowKey(long line, FilePath path, long sequence) {
    public static RowKey decode(byte[] key) {
        Decoder decoder = new Decoder(key);
        return new RowKey(decoder.u64(), new FilePath(decoder.terminated()), ~decoder.u64());
    }
}
