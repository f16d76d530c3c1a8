package io.pfsgateway.adapter.in.http.routing;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names in a query that say more about an action without making another one of it. One that means nothing to the action is
 * refused: to drop it could turn the deletion of a version into that of a bucket.
 */
final class QueryNames {
    static final String LIST_TYPE = "list-type";

    private static final Set<String> OF_LISTINGS = Set.of(
            LIST_TYPE,
            "allow-unordered",
            "bucket-region",
            "continuation-token",
            "delimiter",
            "encoding-type",
            "fetch-owner",
            "key-marker",
            "marker",
            "max-buckets",
            "max-keys",
            "max-parts",
            "max-uploads",
            "part-number-marker",
            "prefix",
            "start-after",
            "upload-id-marker",
            "version-id-marker");
    private static final List<String> OF_ONE_VALUE = List.of("partNumber", "uploadId", "versionId");
    private static final Set<String> OF_SIGNATURES = Set.of("AWSAccessKeyId", "Expires", "Signature");

    private QueryNames() {}

    /** Refuses a name that is not known with 501, and one that is out of its place with 400. */
    static void check(String name, Level level, S3Request request) {
        if (!isKnown(name)) {
            throw S3Error.notImplemented("?" + name).refusal();
        }
        if (!applies(name, level, request)) {
            throw S3Error.invalidArgument(
                            name,
                            request.query().first(name).orElse(""),
                            "This parameter means nothing to the request.")
                    .refusal();
        }
    }

    /** Refuses a name that came twice of those that say which object is meant: of two values another reader may take the other one. */
    static void refuseRepeats(List<String> names) {
        for (String name : OF_ONE_VALUE) {
            if (names.stream().filter(name::equals).count() > 1) {
                throw S3Error.invalidArgument(name, "", "This parameter came more than once.")
                        .refusal();
            }
        }
    }

    private static boolean isKnown(String name) {
        return OF_LISTINGS.contains(name)
                || name.equals("versionId")
                || name.equals("partNumber")
                || name.startsWith("response-")
                || isOfEveryRequest(name);
    }

    private static boolean applies(String name, Level level, S3Request request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (isOfEveryRequest(name)) {
            return true;
        }
        boolean ofUpload = level == Level.OBJECT
                && (request.query().has("uploadId") || request.query().has("uploads"));
        if (name.equals("versionId")) {
            return level == Level.OBJECT
                    && !ofUpload
                    && (reads || request.method().equals("DELETE"));
        }
        if (name.equals("partNumber")) {
            return level == Level.OBJECT
                    && (reads || (ofUpload && request.method().equals("PUT")));
        }
        return reads;
    }

    /** S3 leaves whatever begins with {@code x-} to its users, for their logs. */
    private static boolean isOfEveryRequest(String name) {
        return OF_SIGNATURES.contains(name) || name.toLowerCase(Locale.ROOT).startsWith("x-");
    }
}
