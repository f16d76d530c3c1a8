package io.pfsgateway.testkit.service;

import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A body of a known text. */
record TextBody(InputStream stream, Optional<ContentHash> announcedSha256, List<ContentChecksum> checksums)
        implements UploadBody {
    static TextBody of(String text) {
        return new TextBody(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), List.of());
    }

    @Override
    public OptionalLong sizeBytes() {
        return OptionalLong.empty();
    }
}
