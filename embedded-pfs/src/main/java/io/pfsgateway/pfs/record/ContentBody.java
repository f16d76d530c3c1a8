package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the bytes of a content are. */
public sealed interface ContentBody {
    /** The contents that this one keeps alive, each once. */
    default Set<ContentId> references() {
        return Set.of();
    }

    /** In the record itself. */
    record Inline(Bytes bytes) implements ContentBody {}

    /** In a file of its own, named by the content's number. */
    record Blob() implements ContentBody {}

    /** In other contents, one run after the other. */
    record Extents(List<Extent> runs) implements ContentBody {
        public Extents {
            runs = List.copyOf(runs);
        }

        @Override
        public Set<ContentId> references() {
            Set<ContentId> references = new LinkedHashSet<>();
            runs.forEach(run -> references.add(run.content()));
            return references;
        }
    }
}
