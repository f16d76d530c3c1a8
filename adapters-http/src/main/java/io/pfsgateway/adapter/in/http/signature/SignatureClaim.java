package io.pfsgateway.adapter.in.http.signature;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * What a client says of its own signature, before anything of it was checked.
 *
 * @param form where it said so
 * @param credential whose key, and for what
 * @param signedHeaders names of the headers that are signed, in the client's order
 * @param signature the signature itself
 * @param time when it was made
 * @param timestamp the same as it is signed
 */
record SignatureClaim(
        SignatureForm form,
        Credential credential,
        List<String> signedHeaders,
        String signature,
        Instant time,
        String timestamp) {
    SignatureClaim {
        signedHeaders = List.copyOf(signedHeaders);
    }

    SignatureClaim(
            SignatureForm form, Credential credential, List<String> signedHeaders, String signature, Instant time) {
        this(form, credential, signedHeaders, signature, time, Timestamps.format(time));
    }

    /** The access key with the scope of the key that was derived for it. */
    record Credential(String accessKey, CredentialScope scope) {

        /** Reads {@code ACCESSKEY/day/region/s3/aws4_request}; the access key itself may hold slashes. */
        static Credential parse(String text, SignatureProblem ifMalformed) throws Refusal {
            String[] parts = text.split("/", -1);
            int last = parts.length - 1;
            if (last < 4 || !parts[last].equals(CredentialScope.TERMINATOR)) {
                throw new Refusal(
                        ifMalformed,
                        "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
            }
            if (!parts[last - 1].equals(CredentialScope.SERVICE)) {
                throw new Refusal(ifMalformed, "incorrect service. This endpoint belongs to \"s3\".");
            }
            CredentialScope scope = CredentialScope.of(parts[last - 3], parts[last - 2])
                    .orElseThrow(() -> new Refusal(ifMalformed, "the Credential has no date or no region."));
            int scopeLength = scope.toString().length() + 1;
            String accessKey = text.substring(0, text.length() - scopeLength);
            if (accessKey.isEmpty()) {
                throw new Refusal(ifMalformed, "a non-empty Access Key (AKID) must be provided in the credential.");
            }
            return new Credential(accessKey, scope);
        }

        @Override
        public String toString() {
            return "Credential[scope=" + scope + "]";
        }
    }

    /** Reads {@code host;range;x-amz-date}. */
    static List<String> parseSignedHeaders(String text, SignatureProblem ifMalformed) throws Refusal {
        List<String> names = List.of(text.split(";", -1));
        for (String name : names) {
            if (name.isBlank()) {
                throw new Refusal(ifMalformed, "the list of signed headers is empty or mal-formed.");
            }
        }
        // Each time that a name stands there its header is signed, and so written out.
        if (new HashSet<>(names).size() != names.size()) {
            throw new Refusal(ifMalformed, "the list of signed headers names one of them twice.");
        }
        return names;
    }

    /** Whether the scope's day is that of the time of signing. */
    boolean scopeHoldsTime() {
        return timestamp().startsWith(credential.scope().day());
    }

    @Override
    public String toString() {
        return "SignatureClaim[form=" + form + ", scope=" + credential.scope() + "]";
    }
}
