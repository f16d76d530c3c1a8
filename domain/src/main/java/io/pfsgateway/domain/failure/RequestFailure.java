package io.pfsgateway.domain.failure;

/** A request that asks for something which cannot be: a value out of its range, or a feature that there is not. */
public final class RequestFailure extends GatewayFailure {
    private static final long serialVersionUID = 1L;

    private final String argument;
    private final String value;

    private RequestFailure(FailureKind kind, String argument, String value, String message) {
        super(kind, message);
        this.argument = argument;
        this.value = value;
    }

    /** The argument's name. */
    public String argument() {
        return argument;
    }

    /** The argument's value as it came. */
    public String value() {
        return value;
    }

    public static RequestFailure invalidArgument(String argument, String value, String rule) {
        return new RequestFailure(FailureKind.INVALID_ARGUMENT, argument, value, rule);
    }

    public static RequestFailure invalidRequest(String argument, String rule) {
        return new RequestFailure(FailureKind.INVALID_REQUEST, argument, "", rule);
    }

    /** A tag that cannot be, or too many of them. */
    public static RequestFailure invalidTag(String name, String rule) {
        return new RequestFailure(FailureKind.INVALID_TAG, "tag", name, rule);
    }

    public static RequestFailure metadataTooLarge(int bytes, int limitBytes) {
        return new RequestFailure(
                FailureKind.METADATA_TOO_LARGE,
                "metadata",
                Integer.toString(bytes),
                "Your metadata headers exceed the maximum allowed metadata size of " + limitBytes + " bytes.");
    }

    public static RequestFailure notImplemented(String what) {
        return new RequestFailure(
                FailureKind.NOT_IMPLEMENTED, what, "", "A header or feature you asked for is not implemented: " + what);
    }

    /** The object's checksum is not the one that was expected. */
    public static RequestFailure checksumMismatch(String algorithm, String expected) {
        return new RequestFailure(
                FailureKind.CHECKSUM_MISMATCH,
                "checksum",
                expected,
                "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    /** The bytes that came are not those that were announced. */
    public static RequestFailure contentHashMismatch(String announced) {
        return new RequestFailure(
                FailureKind.CONTENT_HASH_MISMATCH,
                "x-amz-content-sha256",
                announced,
                "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
}
