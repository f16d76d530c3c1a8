package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.ContentId;
import java.util.ArrayList;
import java.util.List;

/** References that are still counted for a content that was removed, until they are dropped. */
public record Remains(List<ContentId> references) {
    static final Codec<Remains> CODEC = new Codec<>() {
        @Override
        public void encode(Remains value, Encoder encoder) {
            encoder.number(value.references.size());
            value.references.forEach(reference -> encoder.number(reference.number()));
        }

        @Override
        public Remains decode(Decoder decoder) {
            int count = decoder.count();
            List<ContentId> references = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                references.add(new ContentId(decoder.number()));
            }
            return new Remains(references);
        }
    };

    public Remains {
        references = List.copyOf(references);
    }
}
