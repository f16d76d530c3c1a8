package io.pfsgateway.testkit.service;

import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
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

    /** The same body with a checksum that was found good. */
    TextBody with(ContentChecksum checksum) {
        return new TextBody(stream, announcedSha256, List.of(checksum));
    }

    /** The same body, whose end comes only when something else has been done. */
    TextBody before(Runnable action) {
        InputStream end = new InputStream() {
            @Override
            public int read() {
                action.run();
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };
        return new TextBody(new SequenceInputStream(stream, end), announcedSha256, checksums);
    }

    @Override
    public OptionalLong sizeBytes() {
        return OptionalLong.empty();
    }
}
