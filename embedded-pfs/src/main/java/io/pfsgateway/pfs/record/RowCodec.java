package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;

/** The form of a version of a file: a byte that says which, the commit, and the rest for one that is there. */
final class RowCodec implements Codec<FileVersion> {
    private static final int DELETED = 0;
    private static final int LIVE = 1;

    @Override
    public void encode(FileVersion value, Encoder encoder) {
        encoder.u8(value instanceof FileRow ? LIVE : DELETED)
                .id(value.commit().value())
                .time(value.time());
        if (value instanceof FileRow row) {
            encoder.number(row.content().number()).number(row.size());
            encoder.raw(row.hash().bytes()).number(row.parts()).sized(row.attributes());
        }
    }

    @Override
    public FileVersion decode(Decoder decoder) {
        int form = decoder.u8();
        return switch (form) {
            case DELETED -> new DeletedRow(new CommitId(decoder.id()), decoder.time());
            case LIVE ->
                new FileRow(
                        new CommitId(decoder.id()),
                        decoder.time(),
                        new ContentId(decoder.number()),
                        decoder.number(),
                        new Sha256(decoder.raw(Sha256.LENGTH)),
                        decoder.count(),
                        decoder.sized());
            default -> throw PfsException.corrupt("A row of an unknown form: " + form);
        };
    }
}
