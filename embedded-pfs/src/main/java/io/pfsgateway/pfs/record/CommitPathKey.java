package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.FilePath;

/** The key of a changed path of a commit, taken apart. */
public record CommitPathKey(long line, long sequence, FilePath path) {
    public static CommitPathKey decode(byte[] key) {
        Decoder decoder = new Decoder(key);
        return new CommitPathKey(decoder.u64(), decoder.u64(), new FilePath(decoder.rest()));
    }
}
