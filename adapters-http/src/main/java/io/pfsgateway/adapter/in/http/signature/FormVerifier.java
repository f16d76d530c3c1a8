package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies the signature of a form that is posted to a bucket: what is signed is its policy, just as it stands in the field. Source:
 * "Browser-Based Uploads Using POST".
 */
final class FormVerifier {
    private static final String POLICY = "policy";
    private static final String CREDENTIAL = "x-amz-credential";
    private static final String VERSION_4_SIGNATURE = "x-amz-signature";
    private static final String ACCESS_KEY = "awsaccesskeyid";
    private static final String VERSION_2_SIGNATURE = "signature";
    private static final List<String> VERSION_4 = List.of("x-amz-algorithm", CREDENTIAL, VERSION_4_SIGNATURE);
    private static final List<String> VERSION_2 = List.of(ACCESS_KEY, VERSION_2_SIGNATURE);

    private final SecretLookup secrets;
    private final boolean version2;

    FormVerifier(SecretLookup secrets, boolean version2) {
        this.secrets = secrets;
        this.version2 = version2;
    }

    SignatureResult verify(Map<String, String> fields) throws Refusal {
        boolean version4Fields = VERSION_4.stream().anyMatch(fields::containsKey);
        boolean version2Fields = VERSION_2.stream().anyMatch(fields::containsKey);
        if (!version4Fields && !version2Fields && !fields.containsKey(POLICY)) {
            return new SignatureResult.Anonymous();
        }
        if (version4Fields) {
            return version4(fields);
        }
        if (version2Fields && !version2) {
            throw HeaderClaim.unsupported();
        }
        return version2(fields);
    }

    private SignatureResult version4(Map<String, String> fields) throws Refusal {
        if (!field(fields, "x-amz-algorithm").equals(HeaderClaim.ALGORITHM)) {
            throw HeaderClaim.unsupported();
        }
        SignatureClaim.Credential credential =
                SignatureClaim.Credential.parse(field(fields, CREDENTIAL), SignatureProblem.MALFORMED_FORM);
        boolean ofThatDay = Timestamps.parseBasic(field(fields, "x-amz-date"))
                .filter(date ->
                        Timestamps.format(date).startsWith(credential.scope().day()))
                .isPresent();
        if (!ofThatDay) {
            throw new Refusal(
                    SignatureProblem.MALFORMED_FORM, "x-amz-date must be a time of the day that the credential names");
        }
        String policy = field(fields, POLICY);
        String signature = field(fields, VERSION_4_SIGNATURE);
        SigningKey key = SigningKey.derive(secret(credential.accessKey()), credential.scope());
        if (!MessageDigest.isEqual(key.sign(policy).getBytes(UTF_8), signature.getBytes(UTF_8))) {
            throw mismatch(credential.accessKey(), signature, policy);
        }
        return verified(credential.accessKey());
    }

    private SignatureResult version2(Map<String, String> fields) throws Refusal {
        String policy = field(fields, POLICY);
        String signature = field(fields, VERSION_2_SIGNATURE);
        String accessKey = field(fields, ACCESS_KEY);
        if (!Version2Verifier.isSignature(policy, secret(accessKey), signature)) {
            throw mismatch(accessKey, signature, policy);
        }
        return verified(accessKey);
    }

    private String secret(String accessKey) throws Refusal {
        return secrets.secretOf(accessKey).orElseThrow(() -> Refusal.unknownKey(accessKey));
    }

    private static SignatureResult verified(String accessKey) {
        return new SignatureResult.Verified(
                accessKey, SignatureForm.FORM, PayloadDeclaration.UNSIGNED, Optional.empty());
    }

    private static Refusal mismatch(String accessKey, String signature, String policy) {
        return Refusal.mismatch(
                Map.of("AWSAccessKeyId", accessKey, "SignatureProvided", signature, "StringToSign", policy));
    }

    private static String field(Map<String, String> fields, String name) throws Refusal {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new Refusal(
                    SignatureProblem.MALFORMED_FORM,
                    "Bucket POST must contain a field named '" + name
                            + "'.  If it is specified, please check the order of the fields.");
        }
        return value;
    }
}
