package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * The key that signs: derived from a secret for one day, region and service, so that it is worthless elsewhere. It
 * signs, and never shows itself.
 */
public final class SigningKey {
    private final Hashes.Keyed key;

    private SigningKey(byte[] key) {
        this.key = Hashes.Keyed.sha256(key);
    }

    /** Derives the key for a scope by the four chained HMACs that Signature 4 prescribes. */
    static SigningKey derive(String secret, CredentialScope scope) {
        byte[] dayKey =
                Hashes.hmacSha256(("AWS4" + secret).getBytes(UTF_8), scope.day().getBytes(UTF_8));
        byte[] regionKey = Hashes.hmacSha256(dayKey, scope.region().getBytes(UTF_8));
        byte[] serviceKey = Hashes.hmacSha256(regionKey, CredentialScope.SERVICE.getBytes(UTF_8));
        return new SigningKey(Hashes.hmacSha256(serviceKey, CredentialScope.TERMINATOR.getBytes(UTF_8)));
    }

    /** The signature of a text, in lower-case hex. */
    public String sign(String stringToSign) {
        return HexFormat.of().formatHex(key.sign(stringToSign.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
