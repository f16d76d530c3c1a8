package io.pfsgateway.adapter.out.pfs.grpc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that clients and gateways know contents by. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
