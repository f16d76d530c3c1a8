package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ChecksumType;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.RunningChecksum;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The checksum of a stretch of a file: the one that is kept with it where that is of the same bytes, else computed. */
final class StretchChecksum {
    private static final int BUFFER_BYTES = 64 * 1024;

    private StretchChecksum() {}

    static ContentChecksum of(PinnedFile file, ByteRange range, ChecksumAlgorithm algorithm) {
        return kept(file, range, algorithm).orElseGet(() -> computed(file, range, algorithm));
    }

    private static Optional<ContentChecksum> kept(PinnedFile file, ByteRange range, ChecksumAlgorithm algorithm) {
        if (range.length() != file.version().sizeBytes()) {
            return Optional.empty();
        }
        return file.version().attributes().checksums().stream()
                .filter(checksum -> checksum.algorithm() == algorithm && checksum.type() == ChecksumType.FULL_OBJECT)
                .findFirst();
    }

    private static ContentChecksum computed(PinnedFile file, ByteRange range, ChecksumAlgorithm algorithm) {
        RunningChecksum running = algorithm.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream content = file.content(range)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                running.update(buffer, 0, count);
            }
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
        return ContentChecksum.of(algorithm, running.finish());
    }
}
