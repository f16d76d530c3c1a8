package io.pfsgateway.adapter.in.http.accesslog;

import io.pfsgateway.adapter.in.http.routing.Level;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What S3's log calls its actions: {@code REST}, the method, and the kind of thing that it is about. */
final class OperationNames {
    /** Where the kind of thing is not the sub-resource's name. */
    private static final Map<String, String> RESOURCES = Map.ofEntries(
            Map.entry("policy", "BUCKETPOLICY"),
            Map.entry("policyStatus", "POLICY_STATUS"),
            Map.entry("logging", "LOGGING_STATUS"),
            Map.entry("versions", "BUCKETVERSIONS"),
            Map.entry("object-lock", "OBJECT_LOCK_CONFIGURATION"),
            Map.entry("ownershipControls", "OWNERSHIP_CONTROLS"),
            Map.entry("publicAccessBlock", "PUBLIC_ACCESS_BLOCK"),
            Map.entry("requestPayment", "REQUEST_PAYMENT"),
            Map.entry("delete", "MULTI_OBJECT_DELETE"),
            Map.entry("attributes", "OBJECT_ATTRIBUTES"),
            Map.entry("list-type", "BUCKET"));

    private static final Map<S3Action, String> NAMES = names();

    private OperationNames() {}

    static String of(S3Action action) {
        return NAMES.getOrDefault(action, "-");
    }

    /** Of a request that is none of S3's actions, or of which it is not known. */
    static String unknown(String method) {
        return method.equals("OPTIONS") ? "REST.OPTIONS.PREFLIGHT" : "REST." + method + ".UNKNOWN";
    }

    private static Map<S3Action, String> names() {
        Map<S3Action, String> names = new EnumMap<>(S3Action.class);
        for (S3Action action : S3Action.values()) {
            names.put(action, name(action));
        }
        return names;
    }

    private static String name(S3Action action) {
        return switch (action) {
            case COPY_OBJECT -> "REST.COPY.OBJECT";
            case UPLOAD_PART -> "REST.PUT.PART";
            case UPLOAD_PART_COPY -> "REST.COPY.PART";
            case COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS -> "REST." + action.method() + ".UPLOAD";
            case GET_OBJECT_TAGGING, PUT_OBJECT_TAGGING, DELETE_OBJECT_TAGGING ->
                "REST." + action.method() + ".OBJECT_TAGGING";
            default -> "REST." + action.method() + "." + resource(action.level(), action.subResource());
        };
    }

    private static String resource(Level level, String subResource) {
        return subResource.isEmpty()
                ? level.name()
                : RESOURCES.getOrDefault(
                        subResource, subResource.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
