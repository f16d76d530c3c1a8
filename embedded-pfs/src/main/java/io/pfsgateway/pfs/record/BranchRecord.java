package io.pfsgateway.pfs.record;

import java.time.Instant;

/** A branch: the line that serves it, and when it was made. */
public record BranchRecord(long line, Instant created) {
    static final Codec<BranchRecord> CODEC = new Codec<>() {
        @Override
        public void encode(BranchRecord value, Encoder encoder) {
            encoder.number(value.line).time(value.created);
        }

        @Override
        public BranchRecord decode(Decoder decoder) {
            return new BranchRecord(decoder.number(), decoder.time());
        }
    };
}
