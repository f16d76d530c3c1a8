package io.pfsgateway.adapter.in.http.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 and the keyed forms that signatures use, as every Java platform has them. To look one up among the platform's providers
 * costs more than to copy one that is there, so that copies are made where the provider has them.
 */
final class Hashes {
    /** Only ever copied. */
    private static final MessageDigest SHA256 = newSha256();

    private Hashes() {}

    /** An HMAC with its key in it, that makes any number of signatures. Safe for many threads. */
    record Keyed(String algorithm, SecretKeySpec key, Mac original) {
        static Keyed sha256(byte[] key) {
            return of("HmacSHA256", key);
        }

        private static Keyed of(String algorithm, byte[] key) {
            SecretKeySpec spec = new SecretKeySpec(key, algorithm);
            return new Keyed(algorithm, spec, newMac(algorithm, spec));
        }

        byte[] sign(byte[] message) {
            return copy().doFinal(message);
        }

        private Mac copy() {
            try {
                return (Mac) original.clone();
            } catch (CloneNotSupportedException ofThisProvider) {
                return newMac(algorithm, key);
            }
        }

        @Override
        public String toString() {
            return "Keyed[" + algorithm + "]";
        }
    }

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(copyOfSha256().digest(bytes));
    }

    static byte[] hmacSha256(byte[] key, byte[] message) {
        return Keyed.sha256(key).original().doFinal(message);
    }

    /** What version 2 signs with. */
    static byte[] hmacSha1(byte[] key, byte[] message) {
        return Keyed.of("HmacSHA1", key).original().doFinal(message);
    }

    private static MessageDigest copyOfSha256() {
        try {
            return (MessageDigest) SHA256.clone();
        } catch (CloneNotSupportedException ofThisProvider) {
            return newSha256();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }

    private static Mac newMac(String algorithm, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }
}
