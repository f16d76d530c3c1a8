package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.file.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that clients and gateways know contents by. */
final class Sha256 {
    private Sha256() {}

    /** Of a token, which has no characters but those of ASCII. */
    static ContentHash of(String token) {
        return ContentHash.of(digest().digest(token.getBytes(StandardCharsets.US_ASCII)));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
