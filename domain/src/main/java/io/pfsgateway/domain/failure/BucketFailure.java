package io.pfsgateway.domain.failure;

/** A failure about a bucket, with its name as the caller or the file system has it. */
public final class BucketFailure extends GatewayFailure {
    private static final long serialVersionUID = 1L;

    private final String bucket;

    private BucketFailure(FailureKind kind, String bucket, String message) {
        super(kind, message);
        this.bucket = bucket;
    }

    /** The bucket's name. */
    public String bucket() {
        return bucket;
    }

    public static BucketFailure invalidName(String bucket) {
        return new BucketFailure(
                FailureKind.INVALID_BUCKET_NAME,
                bucket,
                "The specified bucket is not valid: a name is [commit.][branch.]repo[.project], each part of letters, digits, _ and -.");
    }

    public static BucketFailure noSuchBucket(String bucket) {
        return new BucketFailure(FailureKind.NO_SUCH_BUCKET, bucket, "The specified bucket does not exist.");
    }

    public static BucketFailure exists(String bucket) {
        return new BucketFailure(
                FailureKind.BUCKET_EXISTS, bucket, "The bucket you tried to create already exists, and you own it.");
    }

    /** A write to a bucket that names a commit. */
    public static BucketFailure readOnly(String bucket) {
        return new BucketFailure(
                FailureKind.READ_ONLY_BUCKET, bucket, "This bucket names a commit, and a commit cannot be written to.");
    }

    /** A change to a bucket, or of one, in a file system that takes none. */
    public static BucketFailure readOnlyFileSystem(String bucket) {
        return new BucketFailure(
                FailureKind.READ_ONLY_BUCKET,
                bucket,
                "This bucket cannot be changed: its file system is served for reading only.");
    }

    /** A write to a branch that a pipeline owns. */
    public static BucketFailure outputBranch(String bucket) {
        return new BucketFailure(FailureKind.OUTPUT_BRANCH, bucket, "You cannot write to an output branch.");
    }

    /** A branch that others depend on cannot be deleted. */
    public static BucketFailure inUse(String bucket) {
        return new BucketFailure(FailureKind.BRANCH_IN_USE, bucket, "Other branches depend on this one.");
    }
}
