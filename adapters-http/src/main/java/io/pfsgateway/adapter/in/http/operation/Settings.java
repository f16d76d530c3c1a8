package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.adapter.in.http.xml.AccessControlXml;
import io.pfsgateway.adapter.in.http.xml.SettingXml;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What each setting of a bucket is: the same for all, and for most the answer that S3 gives where nothing was set. */
public final class Settings {
    private Settings() {}

    /** The answers by their actions. */
    public static Map<S3Action, Supplier<Answer>> all() {
        Map<S3Action, Supplier<Answer>> settings = new EnumMap<>(S3Action.class);
        settings.put(S3Action.GET_BUCKET_ACL, () -> Answer.xml(200, new AccessControlXml()));
        addDocuments(settings);
        addAbsences(settings);
        return settings;
    }

    private static void addDocuments(Map<S3Action, Supplier<Answer>> settings) {
        settings.put(S3Action.GET_BUCKET_LOCATION, document("LocationConstraint", Map.of()));
        settings.put(S3Action.GET_BUCKET_VERSIONING, document("VersioningConfiguration", Map.of("Status", "Enabled")));
        settings.put(S3Action.GET_BUCKET_LOGGING, document("BucketLoggingStatus", Map.of()));
        settings.put(S3Action.GET_BUCKET_NOTIFICATION_CONFIGURATION, document("NotificationConfiguration", Map.of()));
        settings.put(
                S3Action.GET_BUCKET_REQUEST_PAYMENT,
                document("RequestPaymentConfiguration", Map.of("Payer", "BucketOwner")));
        settings.put(S3Action.GET_BUCKET_ACCELERATE_CONFIGURATION, document("AccelerateConfiguration", Map.of()));
    }

    private static void addAbsences(Map<S3Action, Supplier<Answer>> settings) {
        Supplier<Answer> noPolicy = absence(S3ErrorCode.NO_SUCH_BUCKET_POLICY, "The bucket policy does not exist");
        settings.put(S3Action.GET_BUCKET_POLICY, noPolicy);
        settings.put(S3Action.GET_BUCKET_POLICY_STATUS, noPolicy);
        settings.put(
                S3Action.GET_BUCKET_LIFECYCLE_CONFIGURATION,
                absence(S3ErrorCode.NO_SUCH_LIFECYCLE_CONFIGURATION, "The lifecycle configuration does not exist"));
        settings.put(
                S3Action.GET_BUCKET_ENCRYPTION,
                absence(
                        S3ErrorCode.SERVER_SIDE_ENCRYPTION_NOT_FOUND,
                        "The server side encryption configuration was not found"));
        settings.put(
                S3Action.GET_OBJECT_LOCK_CONFIGURATION,
                absence(S3ErrorCode.OBJECT_LOCK_NOT_FOUND, "Object Lock configuration does not exist for this bucket"));
        settings.put(
                S3Action.GET_BUCKET_REPLICATION,
                absence(S3ErrorCode.REPLICATION_NOT_FOUND, "The replication configuration was not found"));
        settings.put(
                S3Action.GET_BUCKET_OWNERSHIP_CONTROLS,
                absence(S3ErrorCode.OWNERSHIP_CONTROLS_NOT_FOUND, "The bucket ownership controls were not found"));
        settings.put(
                S3Action.GET_PUBLIC_ACCESS_BLOCK,
                absence(
                        S3ErrorCode.NO_SUCH_PUBLIC_ACCESS_BLOCK,
                        "The public access block configuration was not found"));
        settings.put(
                S3Action.GET_BUCKET_WEBSITE,
                absence(
                        S3ErrorCode.NO_SUCH_WEBSITE_CONFIGURATION,
                        "The specified bucket does not have a website configuration"));
    }

    private static Supplier<Answer> document(String root, Map<String, String> values) {
        return () -> Answer.xml(200, new SettingXml(root, values));
    }

    private static Supplier<Answer> absence(S3ErrorCode code, String message) {
        return () -> {
            throw S3Error.of(code, message).refusal();
        };
    }
}
