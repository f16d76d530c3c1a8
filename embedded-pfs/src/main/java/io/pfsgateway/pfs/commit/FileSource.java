package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.content.NewContent;
import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.model.PartSource;
import java.util.List;

/** Where the bytes of a file that is put come from. None of them moves a byte. */
public sealed interface FileSource {
    /** Bytes that were just written. */
    record Written(NewContent content) implements FileSource {}

    /** The bytes of another file, held open by the caller until the commit is answered. */
    record Copied(PinnedContent content) implements FileSource {}

    /** Staged parts, one after the other. They stay staged. */
    record Composed(List<PartSource> staged) implements FileSource {
        public Composed {
            staged = List.copyOf(staged);
        }
    }
}
