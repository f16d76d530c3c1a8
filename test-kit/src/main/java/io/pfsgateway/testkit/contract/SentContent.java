package io.pfsgateway.testkit.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.DirectContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** What comes of a content that is sent and read by turns, as a sender does whose receiver is slow. */
final class SentContent {
    private static final int SENT_BYTES = 7_001;
    private static final int READ_BYTES = 1_003;

    private SentContent() {}

    /** The bytes of a range; the test ends where the file system sends none by itself. */
    static byte[] of(PinnedFile file, ByteRange range) throws IOException {
        try (InputStream content = file.content(range)) {
            assumeTrue(content instanceof DirectContent, "the file system sends no bytes by itself");
            DirectContent direct = (DirectContent) content;
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            WritableByteChannel target = Channels.newChannel(received);
            ByteBuffer piece = ByteBuffer.allocate(READ_BYTES);
            direct.transferTo(target, SENT_BYTES);
            while (direct.read(piece.clear()) >= 0) {
                target.write(piece.flip());
                direct.transferTo(target, SENT_BYTES);
            }
            return received.toByteArray();
        }
    }
}
