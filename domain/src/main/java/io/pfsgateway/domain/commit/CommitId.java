package io.pfsgateway.domain.commit;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.text.LowerHex;
import java.util.Optional;

/**
 * A commit's name: 32 lower-case hex digits in the shape of a version 4 UUID without its dashes, as Pachyderm makes them.
 */
public record CommitId(String value) {
    private static final int DIGITS = 32;
    private static final int VERSION_AT = 12;
    private static final int VARIANT_AT = 16;

    public CommitId {
        if (!isCommitId(value)) {
            throw RequestFailure.invalidArgument(
                    "commit id", value, "A commit id is 32 hex digits of a version 4 UUID.");
        }
    }

    /** The commit id that a text is, if it is one. */
    public static Optional<CommitId> tryParse(String text) {
        return isCommitId(text) ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    private static boolean isCommitId(String text) {
        return LowerHex.matches(text, DIGITS)
                && text.charAt(VERSION_AT) == '4'
                && "89ab".indexOf(text.charAt(VARIANT_AT)) >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
