package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What rows of files are found by: SHA-256 of names, key and hash. An index of digests is small and of one size, where keys of a
 * kilobyte would fill it. Names hold no NUL, which ends each, a hash has one length and the key comes last, so that no two subjects
 * are digested alike.
 */
final class FileSubject {
    private static final byte END_OF_NAME = 0;

    private FileSubject() {}

    /** A key of a branch, whatever it holds. */
    static byte[] of(BranchId branch, ObjectKey key) {
        MessageDigest digest = started("key", branch);
        name(digest, branch.branch().value());
        return digest.digest(key.utf8());
    }

    /** A content at a key of a branch. */
    static byte[] inBranch(BranchId branch, ObjectKey key, ContentHash hash) {
        MessageDigest digest = started("branch", branch);
        name(digest, branch.branch().value());
        digest.update(hash.bytes());
        return digest.digest(key.utf8());
    }

    /** A content at a key of any branch of a branch's repository. */
    static byte[] inRepo(BranchId branch, ObjectKey key, ContentHash hash) {
        MessageDigest digest = started("repo", branch);
        digest.update(hash.bytes());
        return digest.digest(key.utf8());
    }

    /** A branch as the number of an advisory lock; two that share one only wait for each other. */
    static long lockNumber(BranchId branch) {
        MessageDigest digest = started("lock", branch);
        name(digest, branch.branch().value());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest started(String kind, BranchId branch) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            name(digest, kind);
            name(digest, branch.project().value());
            name(digest, branch.repo().value());
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void name(MessageDigest digest, String name) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(END_OF_NAME);
    }
}
