package io.pfsgateway.adapter.in.http.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The text that version 2 signs: method, three headers, every {@code x-amz-*} header, and the resource, which is the path as it came
 * with those parameters that make another resource of it. The rest of the query is not signed at all, nor is the body.
 */
final class Version2Text {
    /** Sub-resources, and what overrides headers of the answer. */
    private static final Set<String> SIGNED = Set.of(
            "accelerate",
            "acl",
            "analytics",
            "cors",
            "defaultObjectAcl",
            "delete",
            "inventory",
            "lifecycle",
            "location",
            "logging",
            "metrics",
            "notification",
            "object-lock",
            "partNumber",
            "policy",
            "replication",
            "requestPayment",
            "response-cache-control",
            "response-content-disposition",
            "response-content-encoding",
            "response-content-language",
            "response-content-type",
            "response-expires",
            "restore",
            "select",
            "select-type",
            "storageClass",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versionId",
            "versioning",
            "versions",
            "website");

    private Version2Text() {}

    /** The texts of which either may be signed: some clients sign a bucket with a slash behind it that they do not send. */
    static List<String> of(SignedRequest request, Version2Claim claim) {
        String path = request.rawPath();
        boolean bucketAlone = request.hostBucket().isEmpty() && path.lastIndexOf('/') == 0 && path.length() > 1;
        return bucketAlone
                ? List.of(of(request, claim, path), of(request, claim, path + "/"))
                : List.of(of(request, claim, path));
    }

    private static String of(SignedRequest request, Version2Claim claim, String path) {
        RequestHeaders headers = request.headers();
        return request.method()
                + '\n'
                + joined(headers, "content-md5")
                + '\n'
                + joined(headers, "content-type")
                + '\n'
                + claim.dateLine()
                + '\n'
                + amzHeaders(headers)
                + resource(request, path);
    }

    private static String amzHeaders(RequestHeaders headers) {
        StringBuilder lines = new StringBuilder();
        headers.names().stream()
                .filter(name -> name.startsWith("x-amz-"))
                .sorted()
                .forEach(name -> lines.append(name)
                        .append(':')
                        .append(joined(headers, name))
                        .append('\n'));
        return lines.toString();
    }

    private static String joined(RequestHeaders headers, String name) {
        return headers.all(name).stream().map(String::strip).collect(Collectors.joining(","));
    }

    /** What the host says of the bucket stands before the path, so that a bucket is signed in either style. */
    private static String resource(SignedRequest request, String path) {
        String bucket = request.hostBucket().map(name -> "/" + name).orElse("");
        String parameters = parameters(request.rawQuery());
        return bucket + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String parameters(String rawQuery) {
        TreeMap<String, List<String>> signed = new TreeMap<>();
        for (String raw : rawQuery.split("&", -1)) {
            int equals = raw.indexOf('=');
            String name = decoded(equals < 0 ? raw : raw.substring(0, equals));
            if (SIGNED.contains(name)) {
                String text = equals < 0 ? name : name + "=" + decoded(raw.substring(equals + 1));
                signed.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(text);
            }
        }
        return signed.values().stream().flatMap(List::stream).collect(Collectors.joining("&"));
    }

    private static String decoded(String raw) {
        return PercentEncoding.decode(PercentEncoding.ofQuery(raw));
    }
}
