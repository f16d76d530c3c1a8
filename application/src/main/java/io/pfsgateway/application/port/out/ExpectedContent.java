package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ContentHash;
import java.util.Optional;

/**
 * What is known of bytes before the file system has told its own hash of them.
 *
 * @param hash the file system's hash where it is known beforehand, as that of a copy is
 * @param sha256 the SHA-256 of the bytes, where they went through the gateway
 */
public record ExpectedContent(long sizeBytes, Optional<ContentHash> hash, Optional<ContentHash> sha256) {
    public ExpectedContent {
        if (sizeBytes < 0) {
            throw RequestFailure.invalidArgument("size", Long.toString(sizeBytes), "A size is not negative.");
        }
    }

    /** Bytes that went through the gateway. */
    public static ExpectedContent written(long sizeBytes, ContentHash sha256) {
        return new ExpectedContent(sizeBytes, Optional.empty(), Optional.of(sha256));
    }

    /** Whether a content of this size and hash may be the one expected; false only where it certainly is another. */
    public boolean admits(long size, ContentHash fileSystemHash) {
        return size == sizeBytes && hash.map(fileSystemHash::equals).orElse(true);
    }
}
