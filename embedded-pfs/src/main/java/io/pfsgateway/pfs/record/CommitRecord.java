package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitInfo;
import io.pfsgateway.pfs.model.CommitKind;
import java.time.Instant;

/** A commit, beside the paths that it changed and the rows that it left. */
public record CommitRecord(CommitId id, Instant time, CommitKind kind, String description, Bytes token, int changes) {
    static final Codec<CommitRecord> CODEC = new Codec<>() {
        @Override
        public void encode(CommitRecord value, Encoder encoder) {
            encoder.id(value.id.value()).time(value.time).u8(value.kind.number());
            encoder.sized(Bytes.utf8(value.description)).sized(value.token).number(value.changes);
        }

        @Override
        public CommitRecord decode(Decoder decoder) {
            return new CommitRecord(
                    new CommitId(decoder.id()),
                    decoder.time(),
                    CommitKind.ofNumber(decoder.u8()),
                    decoder.sized().toUtf8(),
                    decoder.sized(),
                    decoder.count());
        }
    };

    public CommitRecord withChanges(int count) {
        return new CommitRecord(id, time, kind, description, token, count);
    }

    public CommitInfo at(long sequence) {
        return new CommitInfo(id, sequence, time, kind, description, token, changes);
    }
}
