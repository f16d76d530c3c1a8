package io.pfsgateway.domain.failure;

import java.util.OptionalLong;

/** A failure about one key: it cannot be a key, names nothing, or does not stand as a condition asks. */
public final class KeyFailure extends GatewayFailure {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient OptionalLong sizeBytes;
    private final boolean deletion;

    private KeyFailure(FailureKind kind, String key, String message) {
        this(kind, key, message, OptionalLong.empty(), false);
    }

    private KeyFailure(FailureKind kind, String key, String message, OptionalLong sizeBytes, boolean deletion) {
        super(kind, message);
        this.key = key;
        this.sizeBytes = sizeBytes;
        this.deletion = deletion;
    }

    /** The key, empty where the failure is not about its name. */
    public String key() {
        return key;
    }

    /** The content's size, where a range did not fit it. */
    public OptionalLong sizeBytes() {
        return sizeBytes;
    }

    /** Whether the key is not there because its newest version is a deletion. */
    public boolean isDeletion() {
        return deletion;
    }

    public static KeyFailure empty() {
        return new KeyFailure(FailureKind.KEY_EMPTY, "", "A key must not be empty.");
    }

    public static KeyFailure tooLong(String key, int bytes) {
        return new KeyFailure(FailureKind.KEY_TOO_LONG, key, "Your key is too long: " + bytes + " bytes.");
    }

    /** A key that the file system cannot hold. */
    public static KeyFailure notRepresentable(String key, String rule) {
        return new KeyFailure(FailureKind.KEY_NOT_REPRESENTABLE, key, rule);
    }

    /** A file where a directory is needed, or the reverse. */
    public static KeyFailure pathCollision(String key, String other) {
        return new KeyFailure(
                FailureKind.PATH_COLLISION,
                key,
                "The key would be a file and a directory at once: " + other + " is there.");
    }

    public static KeyFailure noSuchKey(String key) {
        return new KeyFailure(FailureKind.NO_SUCH_KEY, key, "The specified key does not exist.");
    }

    /** Nothing is at the key any more: its newest version is a deletion. */
    public static KeyFailure noSuchKeyAnyMore(String key) {
        return new KeyFailure(
                FailureKind.NO_SUCH_KEY, key, "The specified key does not exist.", OptionalLong.empty(), true);
    }

    /** The key was deleted by the newest change to it. */
    public static KeyFailure deleted(String key) {
        return new KeyFailure(FailureKind.DELETE_MARKER, key, "The specified version is a delete marker.");
    }

    /** The commit is not on the branch, or does not hold the key. */
    public static KeyFailure noSuchVersion(String key, String version) {
        return new KeyFailure(
                FailureKind.NO_SUCH_VERSION,
                key,
                "The version " + version + " does not exist, or does not hold the key.");
    }

    public static KeyFailure preconditionFailed(String key) {
        return new KeyFailure(
                FailureKind.PRECONDITION_FAILED, key, "At least one of the pre-conditions you specified did not hold.");
    }

    /** The lock under which a condition is decided was not to be had. */
    public static KeyFailure conditionalConflict(String key) {
        return new KeyFailure(
                FailureKind.CONDITIONAL_CONFLICT,
                key,
                "A conflicting conditional operation is in progress; try again.");
    }

    /** Others changed the object whenever it was to be changed. */
    public static KeyFailure changedMeanwhile(String key) {
        return new KeyFailure(
                FailureKind.CHANGED_MEANWHILE,
                key,
                "A conflicting operation is currently in progress against this resource. Please try again.");
    }

    public static KeyFailure rangeNotSatisfiable(long sizeBytes) {
        return new KeyFailure(
                FailureKind.RANGE_NOT_SATISFIABLE,
                "",
                "The requested range is not satisfiable.",
                OptionalLong.of(sizeBytes),
                false);
    }

    /** A read of a part that the object does not have. */
    public static KeyFailure noSuchPart(String key, int partNumber) {
        return new KeyFailure(
                FailureKind.NO_SUCH_PART, key, "The requested partnumber " + partNumber + " is not satisfiable.");
    }
}
