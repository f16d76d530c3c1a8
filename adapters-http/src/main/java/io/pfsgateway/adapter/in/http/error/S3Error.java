package io.pfsgateway.adapter.in.http.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One error as it is answered.
 *
 * @param code the code and its status
 * @param message a sentence for the client
 * @param details further elements of the XML, by their names
 * @param headers headers of the answer beside those that every answer has
 */
public record S3Error(S3ErrorCode code, String message, Map<String, String> details, Map<String, String> headers) {
    public S3Error {
        details = Map.copyOf(details);
        headers = Map.copyOf(headers);
    }

    /** An error that carries nothing but its message. */
    public static S3Error of(S3ErrorCode code, String message) {
        return new S3Error(code, message, Map.of(), Map.of());
    }

    /** A value that an argument cannot have. */
    public static S3Error invalidArgument(String name, String value, String message) {
        return new S3Error(
                S3ErrorCode.INVALID_ARGUMENT, message, Map.of("ArgumentName", name, "ArgumentValue", value), Map.of());
    }

    /** Something that this gateway does not do, by its name. */
    public static S3Error notImplemented(String what) {
        return of(S3ErrorCode.NOT_IMPLEMENTED, "A header or feature you asked for is not implemented: " + what);
    }

    /** The same error with a header more. */
    public S3Error withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new S3Error(code, message, details, more);
    }

    /** The error on its way to the edge. */
    public S3Refusal refusal() {
        return new S3Refusal(this);
    }
}
