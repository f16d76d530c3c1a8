package io.pfsgateway.domain.condition;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file, and conditions on its tag by name. */
final class Samples {
    static final CommitId WRITER = new CommitId("0123456789ab4def8123456789abcdef");
    static final CommitId OTHER = new CommitId("fedcba98765443ef8123456789abcdef");
    private static final EntityTag TAG = EntityTag.single(new ContentHash("a".repeat(64)));

    private Samples() {}

    /** Five bytes, modified at this time. */
    static FileVersion file(String modified) {
        return new FileVersion(new ObjectKey("a"), 5, TAG, Instant.parse(modified), WRITER, ObjectAttributes.NONE);
    }

    static Optional<TagMatch> match(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (name) {
                    case "any" -> TagMatch.ANY;
                    case "same" -> new TagMatch(false, Set.of("another-tag", TAG.value()));
                    case "other" -> new TagMatch(false, Set.of("d41d8cd98f00b204e9800998ecf8427e"));
                    default -> throw new IllegalArgumentException(name);
                });
    }
}
