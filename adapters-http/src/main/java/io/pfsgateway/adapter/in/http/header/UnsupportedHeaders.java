package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.xml.OwnerXml;
import java.util.List;
import java.util.Set;

/**
 * Headers that ask for what this gateway does not have. They are refused wherever they stand: what they ask for would otherwise
 * seem to have been done.
 */
public final class UnsupportedHeaders {
    private static final List<String> NOT_IMPLEMENTED = List.of(
            "x-amz-server-side-encryption",
            "x-amz-copy-source-server-side-encryption",
            "x-amz-object-lock-",
            "x-amz-bypass-governance-retention",
            "x-amz-website-redirect-location",
            "x-amz-write-offset-bytes");
    private static final String BUCKET_LOCK = "x-amz-bucket-object-lock-enabled";
    private static final String OWNERSHIP = "x-amz-object-ownership";
    private static final String ACL = "x-amz-acl";
    private static final String STORAGE_CLASS = "x-amz-storage-class";
    private static final Set<String> ACL_AS_IT_IS = Set.of("private", "bucket-owner-full-control");
    private static final Set<String> OTHER_ACL = Set.of(
            "public-read",
            "public-read-write",
            "authenticated-read",
            "aws-exec-read",
            "bucket-owner-read",
            "log-delivery-write");

    private UnsupportedHeaders() {}

    /** Refuses a request that has any. */
    public static void check(S3Request request) {
        for (String name : request.headers().names()) {
            if (name.startsWith("x-amz-")) {
                checkName(name);
            }
        }
        request.header(BUCKET_LOCK).ifPresent(UnsupportedHeaders::checkBucketLock);
        request.header(OWNERSHIP).ifPresent(UnsupportedHeaders::checkOwnership);
        request.header(ACL).ifPresent(UnsupportedHeaders::checkAcl);
        request.header(STORAGE_CLASS).ifPresent(UnsupportedHeaders::checkStorageClass);
        request.header("x-amz-expected-bucket-owner").ifPresent(UnsupportedHeaders::checkOwner);
        request.header("x-amz-source-expected-bucket-owner").ifPresent(UnsupportedHeaders::checkOwner);
    }

    private static void checkName(String name) {
        for (String prefix : NOT_IMPLEMENTED) {
            if (name.startsWith(prefix)) {
                throw S3Error.notImplemented(name).refusal();
            }
        }
        if (name.startsWith("x-amz-grant-")) {
            throw aclNotSupported();
        }
    }

    private static void checkBucketLock(String value) {
        if (!value.equalsIgnoreCase("false")) {
            throw S3Error.notImplemented(BUCKET_LOCK).refusal();
        }
    }

    private static void checkOwnership(String value) {
        if (!value.equals("BucketOwnerEnforced")) {
            throw S3Error.notImplemented(OWNERSHIP + ": " + value).refusal();
        }
    }

    private static void checkAcl(String value) {
        if (OTHER_ACL.contains(value)) {
            throw aclNotSupported();
        }
        if (!ACL_AS_IT_IS.contains(value)) {
            throw S3Error.invalidArgument(ACL, value, "This is not a canned ACL.")
                    .refusal();
        }
    }

    private static RuntimeException aclNotSupported() {
        return S3Error.of(S3ErrorCode.ACCESS_CONTROL_LIST_NOT_SUPPORTED, "The bucket does not allow ACLs")
                .refusal();
    }

    private static void checkStorageClass(String value) {
        if (!value.equals("STANDARD")) {
            throw S3Error.of(S3ErrorCode.INVALID_STORAGE_CLASS, "The storage class you specified is not valid")
                    .refusal();
        }
    }

    private static void checkOwner(String expected) {
        if (!expected.equals(OwnerXml.ID)) {
            throw S3Error.of(S3ErrorCode.ACCESS_DENIED, "Access Denied").refusal();
        }
    }
}
