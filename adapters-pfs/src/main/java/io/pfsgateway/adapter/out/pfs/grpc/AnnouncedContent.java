package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether files on the server have the bytes that were announced. Where the server's hash of them was known beforehand it decides;
 * else bytes of the same size are read, once for each hash that the server has of such, and their SHA-256 decides.
 */
final class AnnouncedContent {
    private static final int BUFFER_BYTES = 1 << 20;

    private final PfsClient client;
    private final ExpectedContent content;
    private final Map<ContentHash, Boolean> read = new HashMap<>();

    AnnouncedContent(PfsClient client, ExpectedContent content) {
        this.client = client;
        this.content = content;
    }

    boolean isIn(FileInfo file) {
        if (file.getFileType() != FileType.FILE || !content.admits(file.getSizeBytes(), FileVersions.hash(file))) {
            return false;
        }
        return content.hash().isPresent() || read.computeIfAbsent(FileVersions.hash(file), hash -> isRead(file));
    }

    private boolean isRead(FileInfo file) {
        return content.sha256().equals(Optional.of(sha256(file)));
    }

    private ContentHash sha256(FileInfo file) {
        MessageDigest digest = Sha256.digest();
        ByteRange whole = ByteRange.whole(file.getSizeBytes());
        try (InputStream bytes = new DigestInputStream(GrpcContentStream.of(client, file.getFile(), whole), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            int count = bytes.read(buffer);
            while (count >= 0) {
                count = bytes.read(buffer);
            }
            return ContentHash.of(digest.digest());
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }
}
