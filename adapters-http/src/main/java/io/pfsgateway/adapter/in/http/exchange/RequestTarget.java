package io.pfsgateway.adapter.in.http.exchange;

import java.util.Locale;
import java.util.Optional;

/**
 * What a request is about: the service, a bucket, or a key in it, each decoded once.
 *
 * @param bucket the bucket's name as it came, perhaps not a valid one
 * @param key the key's text; only beside a bucket, and never empty
 */
public record RequestTarget(Optional<String> bucket, Optional<String> key) {
    /** The service itself. */
    public static final RequestTarget SERVICE = new RequestTarget(Optional.empty(), Optional.empty());

    public RequestTarget {
        if (key.isPresent() && bucket.isEmpty()) {
            throw new IllegalArgumentException("a key without a bucket");
        }
    }

    /**
     * Reads the target of a request.
     *
     * @param rawPath the path before any decoding
     * @param hostBucket the bucket that the host names; empty where the path does
     */
    public static RequestTarget of(String rawPath, Optional<String> hostBucket) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        return hostBucket.isPresent() ? new RequestTarget(hostBucket, keyOf(path)) : ofPath(path);
    }

    private static RequestTarget ofPath(String path) {
        if (path.isEmpty()) {
            return SERVICE;
        }
        int slash = path.indexOf('/');
        return slash < 0
                ? new RequestTarget(Optional.of(UriText.ofPath(path)), Optional.empty())
                : new RequestTarget(
                        Optional.of(UriText.ofPath(path.substring(0, slash))), keyOf(path.substring(slash + 1)));
    }

    private static Optional<String> keyOf(String rawKey) {
        return rawKey.isEmpty() ? Optional.empty() : Optional.of(UriText.ofPath(rawKey));
    }

    /**
     * The bucket that a host names: all that stands before the domain, dots and all. The domain itself, another name and an address
     * name none.
     */
    public static Optional<String> bucketBelow(String domain, String host) {
        int colon = host.lastIndexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        int bucketLength = name.length() - domain.length() - 1;
        boolean below =
                bucketLength > 0 && name.toLowerCase(Locale.ROOT).endsWith("." + domain.toLowerCase(Locale.ROOT));
        return below ? Optional.of(name.substring(0, bucketLength)) : Optional.empty();
    }
}
