package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.domain.file.RangeRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one range that a read asks for. Several ranges, one that cannot be read and one that depends on {@code If-Range} are
 * answered whole, which RFC 9110 always allows.
 */
public final class RangeHeader {
    private static final int MOST_DIGITS = 18;

    /** Beyond the end of whatever there is, and far from overflowing. */
    private static final long BEYOND = 999_999_999_999_999_999L;

    /** Nothing that was matched is given back, else a header of blanks would take seconds. */
    private static final Pattern SHAPE =
            Pattern.compile("bytes\\s*+=\\s*+([0-9]*+)\\s*+-\\s*+([0-9]*+)", Pattern.CASE_INSENSITIVE);

    private RangeHeader() {}

    /** The range asked for, if there is one. */
    public static Optional<RangeRequest> of(S3Request request) {
        return request.headers().first("if-range").isPresent()
                ? Optional.empty()
                : request.header("range").flatMap(RangeHeader::parse);
    }

    private static Optional<RangeRequest> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalLong first = number(matcher.group(1));
        OptionalLong last = number(matcher.group(2));
        boolean backwards = first.isPresent() && last.isPresent() && last.getAsLong() < first.getAsLong();
        return backwards || (first.isEmpty() && last.isEmpty())
                ? Optional.empty()
                : Optional.of(new RangeRequest(first, last));
    }

    private static OptionalLong number(String digits) {
        if (digits.isEmpty()) {
            return OptionalLong.empty();
        }
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return OptionalLong.of(plain.length() > MOST_DIGITS ? BEYOND : Long.parseLong(plain));
    }
}
