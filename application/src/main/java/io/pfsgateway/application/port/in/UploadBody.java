package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bytes of an upload as they come. Its stream verifies whatever the client announced, and throws an
 * {@link java.io.IOException} of the adapter's own when that does not hold or the client goes; only at its end are the bytes whole.
 */
public interface UploadBody {
    /** The bytes, to be read once. */
    InputStream stream();

    /** How many there will be, where that is known. */
    OptionalLong sizeBytes();

    /** The SHA-256 that the client announced and that the stream does not verify, since the file system hashes anyway. */
    Optional<ContentHash> announcedSha256();

    /** The checksums that were verified; known only after the stream's end. */
    List<ContentChecksum> checksums();
}
