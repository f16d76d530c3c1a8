package io.pfsgateway.domain.commit;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A commit's name: 32 lower-case hex digits in the shape of a version 4 UUID without its dashes, as Pachyderm makes them.
 */
public record CommitId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");

    public CommitId {
        if (!SHAPE.matcher(value).matches()) {
            throw RequestFailure.invalidArgument(
                    "commit id", value, "A commit id is 32 hex digits of a version 4 UUID.");
        }
    }

    /** The commit id that a text is, if it is one. */
    public static Optional<CommitId> tryParse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
