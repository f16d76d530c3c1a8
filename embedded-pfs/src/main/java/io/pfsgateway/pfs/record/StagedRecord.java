package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.Sha256;
import java.time.Instant;

/** A staged part, under the number of its content: when it came, whose it is, and what a composition needs of it. */
public record StagedRecord(Instant time, Bytes tag, long size, Sha256 hash) {
    static final Codec<StagedRecord> CODEC = new Codec<>() {
        @Override
        public void encode(StagedRecord value, Encoder encoder) {
            encoder.time(value.time).sized(value.tag).number(value.size).raw(value.hash.bytes());
        }

        @Override
        public StagedRecord decode(Decoder decoder) {
            return new StagedRecord(
                    decoder.time(), decoder.sized(), decoder.number(), new Sha256(decoder.raw(Sha256.LENGTH)));
        }
    };
}
