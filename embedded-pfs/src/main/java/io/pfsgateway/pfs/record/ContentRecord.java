package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.Part;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;
import java.util.ArrayList;
import java.util.List;

/** A content: its size and hash, the parts that it was composed of, if any, and where its bytes are. Never changed. */
public record ContentRecord(long size, Sha256 hash, List<Part> parts, ContentBody body) {
    static final Codec<ContentRecord> CODEC = new ContentCodec();

    public ContentRecord {
        parts = List.copyOf(parts);
    }

    private static final class ContentCodec implements Codec<ContentRecord> {
        private static final int INLINE = 0;
        private static final int BLOB = 1;
        private static final int EXTENTS = 2;

        @Override
        public void encode(ContentRecord value, Encoder encoder) {
            encoder.number(value.size).raw(value.hash.bytes()).number(value.parts.size());
            value.parts.forEach(
                    part -> encoder.number(part.size()).raw(part.hash().bytes()).sized(part.note()));
            if (value.body instanceof ContentBody.Inline inline) {
                encoder.u8(INLINE).raw(inline.bytes());
            } else if (value.body instanceof ContentBody.Extents extents) {
                encoder.u8(EXTENTS).number(extents.runs().size());
                extents.runs()
                        .forEach(run -> encoder.number(run.content().number())
                                .number(run.offset())
                                .number(run.length()));
            } else {
                encoder.u8(BLOB);
            }
        }

        @Override
        public ContentRecord decode(Decoder decoder) {
            long size = decoder.number();
            Sha256 hash = new Sha256(decoder.raw(Sha256.LENGTH));
            int count = decoder.count();
            List<Part> parts = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                parts.add(new Part(decoder.number(), new Sha256(decoder.raw(Sha256.LENGTH)), decoder.sized()));
            }
            return new ContentRecord(size, hash, parts, decodeBody(decoder));
        }

        private static ContentBody decodeBody(Decoder decoder) {
            int form = decoder.u8();
            return switch (form) {
                case INLINE -> new ContentBody.Inline(decoder.rest());
                case BLOB -> new ContentBody.Blob();
                case EXTENTS -> decodeExtents(decoder);
                default -> throw PfsException.corrupt("A content of an unknown form: " + form);
            };
        }

        private static ContentBody decodeExtents(Decoder decoder) {
            int count = decoder.count();
            List<Extent> runs = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                runs.add(new Extent(new ContentId(decoder.number()), decoder.number(), decoder.number()));
            }
            return new ContentBody.Extents(runs);
        }
    }
}
