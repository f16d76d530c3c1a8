package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.Part;
import io.pfsgateway.pfs.model.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes that contents carry. */
public final class Digests {
    private Digests() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    public static Sha256 finish(MessageDigest digest) {
        return new Sha256(Bytes.owning(digest.digest()));
    }

    /** The hash of a composed content: of the hashes of its parts, one after the other. */
    public static Sha256 ofParts(List<Part> parts) {
        MessageDigest digest = sha256();
        parts.forEach(part -> digest.update(part.hash().bytes().buffer()));
        return finish(digest);
    }
}
