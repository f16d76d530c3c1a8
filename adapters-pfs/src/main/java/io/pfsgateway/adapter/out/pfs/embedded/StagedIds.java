package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.pfs.model.ContentId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids of staged contents: the number that the engine gave, in 16 lower-case hex digits. */
final class StagedIds {
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9a-f]{15}");
    private static final int HEX = 16;

    private StagedIds() {}

    static StagedContentId of(ContentId id) {
        return new StagedContentId(id.toString());
    }

    /** The engine's id, unless this is the id of nothing. */
    static Optional<ContentId> parse(StagedContentId id) {
        if (!SHAPE.matcher(id.value()).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(id.value(), HEX);
        return number == 0 ? Optional.empty() : Optional.of(new ContentId(number));
    }
}
