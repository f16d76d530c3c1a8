package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tags as {@code x-amz-tagging} carries them, in the form of a query: at most ten, names of 1 to 128 characters and values of up to
 * 256, none twice.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tagging</a>
 */
public final class Tagging {
    private static final String HEADER = "x-amz-tagging";
    private static final int MAX_TAGS = 10;
    private static final int MAX_NAME_LENGTH = 128;
    private static final int MAX_VALUE_LENGTH = 256;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private Tagging() {}

    /** The tags that a request brings; none without the header. */
    public static SortedMap<String, String> of(S3Request request) {
        SortedMap<String, String> tags = new TreeMap<>();
        QueryParameters pairs =
                QueryParameters.parse(request.nonEmptyHeader(HEADER).orElse(""));
        for (QueryParameters.Parameter pair : pairs.parameters()) {
            add(tags, pair.name(), pair.value());
        }
        if (tags.size() > MAX_TAGS) {
            throw S3Error.of(S3ErrorCode.BAD_REQUEST, "Object tags cannot be greater than " + MAX_TAGS)
                    .refusal();
        }
        return tags;
    }

    private static void add(SortedMap<String, String> tags, String name, String value) {
        boolean reserved = name.toLowerCase(Locale.ROOT).startsWith("aws:");
        if (name.isEmpty() || length(name) > MAX_NAME_LENGTH || reserved || !isAllowed(name)) {
            throw invalid("The TagKey you have provided is invalid");
        }
        if (length(value) > MAX_VALUE_LENGTH || !isAllowed(value)) {
            throw invalid("The TagValue you have provided is invalid");
        }
        if (tags.put(name, value) != null) {
            throw invalid("Cannot provide multiple Tags with the same key");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isAllowed(String text) {
        return ALLOWED.matcher(text).matches();
    }

    private static S3Refusal invalid(String message) {
        return S3Error.of(S3ErrorCode.INVALID_TAG, message).refusal();
    }
}
