package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.FilePath;

/** The key of a change, taken apart. */
public record ChangeKey(long line, long epoch, FilePath path, long sequence) {
    public static ChangeKey decode(byte[] key) {
        Decoder decoder = new Decoder(key);
        return new ChangeKey(decoder.u64(), decoder.u64(), new FilePath(decoder.terminated()), ~decoder.u64());
    }
}
