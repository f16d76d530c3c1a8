package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.domain.file.ByteRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stretch of its source that a part is to be copied of. Other than a read's range it must have both ends, and is never passed over. */
public final class SourceRange {
    private static final String HEADER = "x-amz-copy-source-range";
    private static final Pattern SHAPE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})");

    private SourceRange() {}

    /** The stretch asked for; empty for all of the source. */
    public static Optional<ByteRange> of(S3Request request) {
        return request.header(HEADER).map(SourceRange::parse);
    }

    private static ByteRange parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw invalid(text);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        if (last < first) {
            throw invalid(text);
        }
        return new ByteRange(first, last - first + 1);
    }

    private static S3Refusal invalid(String text) {
        return S3Error.invalidArgument(
                        HEADER,
                        text,
                        "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last"
                                + " are the zero-based offsets of the first and last bytes to copy")
                .refusal();
    }
}
