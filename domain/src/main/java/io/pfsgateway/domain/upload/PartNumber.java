package io.pfsgateway.domain.upload;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.text.Decimal;

/**
 * The number of a part, 1 to 10,000, which orders the parts of an upload; there may be gaps.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">Multipart upload limits</a>
 */
public record PartNumber(int value) implements Comparable<PartNumber> {
    /** The highest number. */
    public static final int MAX = 10_000;

    public PartNumber {
        if (!isNumber(value)) {
            throw invalid(Integer.toString(value));
        }
    }

    /** Reads a number as a client sent it. */
    public static PartNumber parse(String text) {
        if (!Decimal.matches(text, 5) || !isNumber(Integer.parseInt(text))) {
            throw invalid(text);
        }
        return new PartNumber(Integer.parseInt(text));
    }

    private static boolean isNumber(int value) {
        return value >= 1 && value <= MAX;
    }

    private static RequestFailure invalid(String text) {
        return RequestFailure.invalidArgument(
                "partNumber", text, "Part number must be an integer between 1 and " + MAX + ", inclusive");
    }

    @Override
    public int compareTo(PartNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
