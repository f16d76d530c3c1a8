package io.pfsgateway.domain.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A cryptographic digest as a running checksum. Every Java platform has those that are offered here. */
public final class DigestChecksum implements RunningChecksum {
    private final MessageDigest digest;

    private DigestChecksum(MessageDigest digest) {
        this.digest = digest;
    }

    /** Starts an MD5, which {@code Content-MD5} declares. */
    public static RunningChecksum md5() {
        return of("MD5");
    }

    /** Starts a SHA-256, which {@code x-amz-content-sha256} declares. */
    public static RunningChecksum sha256() {
        return of("SHA-256");
    }

    static RunningChecksum of(String algorithm) {
        try {
            return new DigestChecksum(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public byte[] finish() {
        return digest.digest();
    }
}
