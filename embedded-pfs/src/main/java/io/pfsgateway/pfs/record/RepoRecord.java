package io.pfsgateway.pfs.record;

import java.time.Instant;

/** A repository: when it was made and how many branches it has. */
public record RepoRecord(Instant created, long branches) {
    static final Codec<RepoRecord> CODEC = new Codec<>() {
        @Override
        public void encode(RepoRecord value, Encoder encoder) {
            encoder.time(value.created).number(value.branches);
        }

        @Override
        public RepoRecord decode(Decoder decoder) {
            return new RepoRecord(decoder.time(), decoder.number());
        }
    };

    public RepoRecord withBranches(long count) {
        return new RepoRecord(created, count);
    }
}
