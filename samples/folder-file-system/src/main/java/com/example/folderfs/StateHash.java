package com.example.folderfs;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 over texts, each with its length before it, so that other texts never run together into the same bytes. */
final class StateHash {
    private static final int COMMIT_ID_BYTES = 16;

    private final MessageDigest digest;

    StateHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    StateHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    ContentHash toContentHash() {
        return ContentHash.of(digest.digest());
    }

    /** The hash's first half, with the bits of a version 4 UUID set: nothing else can be a commit's name. */
    CommitId toCommitId() {
        byte[] id = Arrays.copyOf(digest.digest(), COMMIT_ID_BYTES);
        id[6] = (byte) (id[6] & 0x0f | 0x40);
        id[8] = (byte) (id[8] & 0x3f | 0x80);
        return new CommitId(HexFormat.of().formatHex(id));
    }
}
