package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.domain.tag.Tag;
import io.pfsgateway.domain.tag.Tags;
import java.util.SortedMap;

/**
 * Tags as {@code x-amz-tagging} carries them, in the form of a query; they are held to the rules of {@link Tags}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tagging</a>
 */
public final class Tagging {
    private static final String HEADER = "x-amz-tagging";

    private Tagging() {}

    /** The tags that a request brings; none without the header. */
    public static SortedMap<String, String> of(S3Request request) {
        QueryParameters pairs =
                QueryParameters.parse(request.nonEmptyHeader(HEADER).orElse(""));
        return Tags.ofObject(pairs.parameters().stream()
                        .map(pair -> new Tag(pair.name(), pair.value()))
                        .toList())
                .values();
    }
}
