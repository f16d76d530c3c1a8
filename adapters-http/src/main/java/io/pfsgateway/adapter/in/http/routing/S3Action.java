package io.pfsgateway.adapter.in.http.routing;

/**
 * Every action of S3 that can be addressed to this gateway, with how far it goes with each. Actions are told apart by method, kind
 * of target, and a sub-resource; that of a copy is its header, and that of the second listing its type.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">Actions</a>
 */
public enum S3Action {
    LIST_BUCKETS("ListBuckets", Support.SUPPORTED, Level.SERVICE, "GET", ""),
    CREATE_BUCKET("CreateBucket", Support.SUPPORTED, Level.BUCKET, "PUT", ""),
    DELETE_BUCKET("DeleteBucket", Support.SUPPORTED, Level.BUCKET, "DELETE", ""),
    HEAD_BUCKET("HeadBucket", Support.SUPPORTED, Level.BUCKET, "HEAD", ""),
    GET_BUCKET_LOCATION("GetBucketLocation", Support.SUPPORTED, Level.BUCKET, "GET", "location"),
    GET_BUCKET_VERSIONING("GetBucketVersioning", Support.SUPPORTED, Level.BUCKET, "GET", "versioning"),
    PUT_BUCKET_VERSIONING("PutBucketVersioning", Support.SUPPORTED, Level.BUCKET, "PUT", "versioning"),
    LIST_OBJECTS("ListObjects", Support.SUPPORTED, Level.BUCKET, "GET", ""),
    LIST_OBJECTS_V2("ListObjectsV2", Support.SUPPORTED, Level.BUCKET, "GET", "list-type"),
    LIST_OBJECT_VERSIONS("ListObjectVersions", Support.SUPPORTED, Level.BUCKET, "GET", "versions"),
    DELETE_OBJECTS("DeleteObjects", Support.SUPPORTED, Level.BUCKET, "POST", "delete"),
    GET_OBJECT("GetObject", Support.SUPPORTED, Level.OBJECT, "GET", ""),
    HEAD_OBJECT("HeadObject", Support.SUPPORTED, Level.OBJECT, "HEAD", ""),
    PUT_OBJECT("PutObject", Support.SUPPORTED, Level.OBJECT, "PUT", ""),
    COPY_OBJECT("CopyObject", Support.SUPPORTED, Level.OBJECT, "PUT", "x-amz-copy-source"),
    DELETE_OBJECT("DeleteObject", Support.SUPPORTED, Level.OBJECT, "DELETE", ""),
    GET_OBJECT_TAGGING("GetObjectTagging", Support.SUPPORTED, Level.OBJECT, "GET", "tagging"),
    GET_BUCKET_ACL("GetBucketAcl", Support.CANNED, Level.BUCKET, "GET", "acl"),
    GET_OBJECT_ACL("GetObjectAcl", Support.CANNED, Level.OBJECT, "GET", "acl"),
    GET_BUCKET_POLICY("GetBucketPolicy", Support.CANNED, Level.BUCKET, "GET", "policy"),
    GET_BUCKET_POLICY_STATUS("GetBucketPolicyStatus", Support.CANNED, Level.BUCKET, "GET", "policyStatus"),
    GET_BUCKET_CORS("GetBucketCors", Support.SUPPORTED, Level.BUCKET, "GET", "cors"),
    GET_BUCKET_LIFECYCLE_CONFIGURATION(
            "GetBucketLifecycleConfiguration", Support.CANNED, Level.BUCKET, "GET", "lifecycle"),
    GET_BUCKET_ENCRYPTION("GetBucketEncryption", Support.CANNED, Level.BUCKET, "GET", "encryption"),
    GET_BUCKET_TAGGING("GetBucketTagging", Support.SUPPORTED, Level.BUCKET, "GET", "tagging"),
    GET_OBJECT_LOCK_CONFIGURATION("GetObjectLockConfiguration", Support.CANNED, Level.BUCKET, "GET", "object-lock"),
    GET_BUCKET_REPLICATION("GetBucketReplication", Support.CANNED, Level.BUCKET, "GET", "replication"),
    GET_BUCKET_LOGGING("GetBucketLogging", Support.CANNED, Level.BUCKET, "GET", "logging"),
    GET_BUCKET_NOTIFICATION_CONFIGURATION(
            "GetBucketNotificationConfiguration", Support.CANNED, Level.BUCKET, "GET", "notification"),
    GET_BUCKET_OWNERSHIP_CONTROLS(
            "GetBucketOwnershipControls", Support.CANNED, Level.BUCKET, "GET", "ownershipControls"),
    GET_PUBLIC_ACCESS_BLOCK("GetPublicAccessBlock", Support.CANNED, Level.BUCKET, "GET", "publicAccessBlock"),
    GET_BUCKET_REQUEST_PAYMENT("GetBucketRequestPayment", Support.CANNED, Level.BUCKET, "GET", "requestPayment"),
    GET_BUCKET_ACCELERATE_CONFIGURATION(
            "GetBucketAccelerateConfiguration", Support.CANNED, Level.BUCKET, "GET", "accelerate"),
    GET_BUCKET_WEBSITE("GetBucketWebsite", Support.CANNED, Level.BUCKET, "GET", "website"),
    PUT_BUCKET_ACL("PutBucketAcl", Support.CANNED, Level.BUCKET, "PUT", "acl"),
    PUT_BUCKET_POLICY("PutBucketPolicy", Support.REFUSED, Level.BUCKET, "PUT", "policy"),
    PUT_BUCKET_CORS("PutBucketCors", Support.SUPPORTED, Level.BUCKET, "PUT", "cors"),
    PUT_BUCKET_LIFECYCLE_CONFIGURATION(
            "PutBucketLifecycleConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "lifecycle"),
    PUT_BUCKET_ENCRYPTION("PutBucketEncryption", Support.REFUSED, Level.BUCKET, "PUT", "encryption"),
    PUT_BUCKET_TAGGING("PutBucketTagging", Support.SUPPORTED, Level.BUCKET, "PUT", "tagging"),
    PUT_OBJECT_LOCK_CONFIGURATION("PutObjectLockConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "object-lock"),
    PUT_BUCKET_REPLICATION("PutBucketReplication", Support.REFUSED, Level.BUCKET, "PUT", "replication"),
    PUT_BUCKET_LOGGING("PutBucketLogging", Support.REFUSED, Level.BUCKET, "PUT", "logging"),
    PUT_BUCKET_NOTIFICATION_CONFIGURATION(
            "PutBucketNotificationConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "notification"),
    PUT_BUCKET_OWNERSHIP_CONTROLS(
            "PutBucketOwnershipControls", Support.REFUSED, Level.BUCKET, "PUT", "ownershipControls"),
    PUT_PUBLIC_ACCESS_BLOCK("PutPublicAccessBlock", Support.REFUSED, Level.BUCKET, "PUT", "publicAccessBlock"),
    PUT_BUCKET_REQUEST_PAYMENT("PutBucketRequestPayment", Support.REFUSED, Level.BUCKET, "PUT", "requestPayment"),
    PUT_BUCKET_ACCELERATE_CONFIGURATION(
            "PutBucketAccelerateConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "accelerate"),
    PUT_BUCKET_WEBSITE("PutBucketWebsite", Support.REFUSED, Level.BUCKET, "PUT", "website"),
    PUT_BUCKET_ANALYTICS_CONFIGURATION(
            "PutBucketAnalyticsConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "analytics"),
    PUT_BUCKET_INVENTORY_CONFIGURATION(
            "PutBucketInventoryConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "inventory"),
    PUT_BUCKET_METRICS_CONFIGURATION("PutBucketMetricsConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "metrics"),
    PUT_BUCKET_INTELLIGENT_TIERING_CONFIGURATION(
            "PutBucketIntelligentTieringConfiguration", Support.REFUSED, Level.BUCKET, "PUT", "intelligent-tiering"),
    DELETE_BUCKET_POLICY("DeleteBucketPolicy", Support.REFUSED, Level.BUCKET, "DELETE", "policy"),
    DELETE_BUCKET_CORS("DeleteBucketCors", Support.SUPPORTED, Level.BUCKET, "DELETE", "cors"),
    DELETE_BUCKET_LIFECYCLE("DeleteBucketLifecycle", Support.REFUSED, Level.BUCKET, "DELETE", "lifecycle"),
    DELETE_BUCKET_ENCRYPTION("DeleteBucketEncryption", Support.REFUSED, Level.BUCKET, "DELETE", "encryption"),
    DELETE_BUCKET_TAGGING("DeleteBucketTagging", Support.SUPPORTED, Level.BUCKET, "DELETE", "tagging"),
    DELETE_BUCKET_REPLICATION("DeleteBucketReplication", Support.REFUSED, Level.BUCKET, "DELETE", "replication"),
    DELETE_BUCKET_OWNERSHIP_CONTROLS(
            "DeleteBucketOwnershipControls", Support.REFUSED, Level.BUCKET, "DELETE", "ownershipControls"),
    DELETE_PUBLIC_ACCESS_BLOCK("DeletePublicAccessBlock", Support.REFUSED, Level.BUCKET, "DELETE", "publicAccessBlock"),
    DELETE_BUCKET_WEBSITE("DeleteBucketWebsite", Support.REFUSED, Level.BUCKET, "DELETE", "website"),
    DELETE_BUCKET_ANALYTICS_CONFIGURATION(
            "DeleteBucketAnalyticsConfiguration", Support.REFUSED, Level.BUCKET, "DELETE", "analytics"),
    DELETE_BUCKET_INVENTORY_CONFIGURATION(
            "DeleteBucketInventoryConfiguration", Support.REFUSED, Level.BUCKET, "DELETE", "inventory"),
    DELETE_BUCKET_METRICS_CONFIGURATION(
            "DeleteBucketMetricsConfiguration", Support.REFUSED, Level.BUCKET, "DELETE", "metrics"),
    DELETE_BUCKET_INTELLIGENT_TIERING_CONFIGURATION(
            "DeleteBucketIntelligentTieringConfiguration",
            Support.REFUSED,
            Level.BUCKET,
            "DELETE",
            "intelligent-tiering"),
    GET_BUCKET_ANALYTICS_CONFIGURATION(
            "GetBucketAnalyticsConfiguration", Support.REFUSED, Level.BUCKET, "GET", "analytics"),
    GET_BUCKET_INVENTORY_CONFIGURATION(
            "GetBucketInventoryConfiguration", Support.REFUSED, Level.BUCKET, "GET", "inventory"),
    GET_BUCKET_METRICS_CONFIGURATION("GetBucketMetricsConfiguration", Support.REFUSED, Level.BUCKET, "GET", "metrics"),
    GET_BUCKET_INTELLIGENT_TIERING_CONFIGURATION(
            "GetBucketIntelligentTieringConfiguration", Support.REFUSED, Level.BUCKET, "GET", "intelligent-tiering"),
    CREATE_SESSION("CreateSession", Support.REFUSED, Level.BUCKET, "GET", "session"),
    POST_OBJECT("PostObject", Support.SUPPORTED, Level.BUCKET, "POST", ""),
    LIST_MULTIPART_UPLOADS("ListMultipartUploads", Support.SUPPORTED, Level.BUCKET, "GET", "uploads"),
    CREATE_MULTIPART_UPLOAD("CreateMultipartUpload", Support.SUPPORTED, Level.OBJECT, "POST", "uploads"),
    UPLOAD_PART("UploadPart", Support.SUPPORTED, Level.OBJECT, "PUT", "uploadId"),
    UPLOAD_PART_COPY("UploadPartCopy", Support.SUPPORTED, Level.OBJECT, "PUT", "uploadId,x-amz-copy-source"),
    COMPLETE_MULTIPART_UPLOAD("CompleteMultipartUpload", Support.SUPPORTED, Level.OBJECT, "POST", "uploadId"),
    ABORT_MULTIPART_UPLOAD("AbortMultipartUpload", Support.SUPPORTED, Level.OBJECT, "DELETE", "uploadId"),
    LIST_PARTS("ListParts", Support.SUPPORTED, Level.OBJECT, "GET", "uploadId"),
    GET_OBJECT_ATTRIBUTES("GetObjectAttributes", Support.SUPPORTED, Level.OBJECT, "GET", "attributes"),
    PUT_OBJECT_ACL("PutObjectAcl", Support.CANNED, Level.OBJECT, "PUT", "acl"),
    PUT_OBJECT_TAGGING("PutObjectTagging", Support.SUPPORTED, Level.OBJECT, "PUT", "tagging"),
    DELETE_OBJECT_TAGGING("DeleteObjectTagging", Support.SUPPORTED, Level.OBJECT, "DELETE", "tagging"),
    GET_OBJECT_LEGAL_HOLD("GetObjectLegalHold", Support.REFUSED, Level.OBJECT, "GET", "legal-hold"),
    PUT_OBJECT_LEGAL_HOLD("PutObjectLegalHold", Support.REFUSED, Level.OBJECT, "PUT", "legal-hold"),
    GET_OBJECT_RETENTION("GetObjectRetention", Support.REFUSED, Level.OBJECT, "GET", "retention"),
    PUT_OBJECT_RETENTION("PutObjectRetention", Support.REFUSED, Level.OBJECT, "PUT", "retention"),
    GET_OBJECT_TORRENT("GetObjectTorrent", Support.REFUSED, Level.OBJECT, "GET", "torrent"),
    RESTORE_OBJECT("RestoreObject", Support.REFUSED, Level.OBJECT, "POST", "restore"),
    SELECT_OBJECT_CONTENT("SelectObjectContent", Support.REFUSED, Level.OBJECT, "POST", "select"),
    RENAME_OBJECT("RenameObject", Support.REFUSED, Level.OBJECT, "PUT", "renameObject"),
    UPDATE_OBJECT_ENCRYPTION("UpdateObjectEncryption", Support.REFUSED, Level.OBJECT, "PUT", "encryption");

    private final String s3Name;
    private final Support support;
    private final Level level;
    private final String method;
    private final String subResource;

    S3Action(String s3Name, Support support, Level level, String method, String subResource) {
        this.s3Name = s3Name;
        this.support = support;
        this.level = level;
        this.method = method;
        this.subResource = subResource;
    }

    /** The action's name in S3's reference. */
    public String s3Name() {
        return s3Name;
    }

    /** How far the gateway goes with it. */
    public Support support() {
        return support;
    }

    /** What kind of thing it is done to. */
    public Level level() {
        return level;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The sub-resource, or what stands for one; empty for the plain action. */
    public String subResource() {
        return subResource;
    }
}
