package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.signature.SignatureForm;
import io.pfsgateway.adapter.in.http.signature.SignatureResult;
import java.util.Map;

/**
 * Which signatures are taken.
 *
 * @param version2 whether those by version 2 are taken beside those by version 4
 * @param secretNames whether access keys are secrets themselves, which no answer repeats
 * @param shared whether signatures are taken in places that are meant to be passed on: the query of a presigned URL, and a form
 */
public record SignatureRules(boolean version2, boolean secretNames, boolean shared) {
    /** For key pairs of which one half is public. */
    public static SignatureRules ofKeys(boolean version2) {
        return new SignatureRules(version2, false, true);
    }

    /** For tokens, which are both halves of a key pair. */
    public static SignatureRules ofTokens(boolean version2, boolean shared) {
        return new SignatureRules(version2, true, shared);
    }

    void requireTaken(SignatureForm form) {
        boolean taken = switch (form) {
            case HEADER -> true;
            case QUERY, FORM -> shared;
        };
        if (!taken) {
            throw S3Error.of(
                            S3ErrorCode.ACCESS_DENIED,
                            "Presigned URLs and signed forms would show the token that signed them, and are not taken here.")
                    .refusal();
        }
    }

    /** What may be told of a refusal. */
    SignatureResult.Refused told(SignatureResult.Refused refused) {
        return secretNames ? new SignatureResult.Refused(refused.problem(), refused.message(), Map.of()) : refused;
    }
}
