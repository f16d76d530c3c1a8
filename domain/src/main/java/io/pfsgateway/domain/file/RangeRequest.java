package io.pfsgateway.domain.file;

import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.OptionalLong;

/**
 * A stretch as a reader asks for it, before the size is known: from a first byte to an optional last one, or the last so many.
 *
 * @param first the first byte, or empty for a suffix
 * @param last the last byte, or the suffix's length when there is no first; empty for "to the end"
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, range requests</a>
 */
public record RangeRequest(OptionalLong first, OptionalLong last) {
    public RangeRequest {
        boolean isBackwards = first.isPresent() && last.isPresent() && last.getAsLong() < first.getAsLong();
        if (first.orElse(0) < 0 || last.orElse(0) < 0 || isBackwards || (first.isEmpty() && last.isEmpty())) {
            throw RequestFailure.invalidArgument("range", text(first) + "-" + text(last), "This is not a range.");
        }
    }

    private static String text(OptionalLong bound) {
        return bound.isPresent() ? Long.toString(bound.getAsLong()) : "";
    }

    /**
     * The stretch of a content of this size.
     *
     * @throws KeyFailure when no byte of it is there
     */
    public ByteRange within(long sizeBytes) {
        if (first.isEmpty()) {
            return suffix(sizeBytes);
        }
        long start = first.getAsLong();
        if (start >= sizeBytes) {
            throw KeyFailure.rangeNotSatisfiable(sizeBytes);
        }
        long end = Math.min(last.orElse(Long.MAX_VALUE), sizeBytes - 1);
        return new ByteRange(start, end - start + 1);
    }

    private ByteRange suffix(long sizeBytes) {
        long length = Math.min(last.orElse(0), sizeBytes);
        if (length == 0) {
            throw KeyFailure.rangeNotSatisfiable(sizeBytes);
        }
        return new ByteRange(sizeBytes - length, length);
    }
}
