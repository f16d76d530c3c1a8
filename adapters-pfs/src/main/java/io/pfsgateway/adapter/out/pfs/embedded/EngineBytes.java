package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.util.Optional;

/** Bytes on their way into the engine. */
final class EngineBytes implements AutoCloseable {
    private final ContentWriter writer;
    private final Subject subject;

    private EngineBytes(ContentWriter writer, Subject subject) {
        this.writer = writer;
        this.subject = subject;
    }

    static EngineBytes begin(EmbeddedPfs engine, Subject subject) {
        return EngineFailures.translating(
                subject, () -> new EngineBytes(engine.staging().newContent(), subject));
    }

    void write(byte[] bytes, int offset, int length) {
        try {
            writer.write(bytes, offset, length);
        } catch (PfsException failed) {
            throw EngineFailures.of(failed, subject);
        }
    }

    /**
     * The writer with all its bytes durable.
     *
     * @throws RequestFailure with {@code CONTENT_HASH_MISMATCH} when they are not those announced
     */
    ContentWriter finish(Optional<ContentHash> announced) {
        try {
            announced.map(EngineWords::sha256).ifPresentOrElse(writer::finish, writer::finish);
            return writer;
        } catch (PfsException failed) {
            if (failed.kind() == FailureKind.HASH_MISMATCH) {
                throw RequestFailure.contentHashMismatch(
                        announced.map(ContentHash::hex).orElse(""));
            }
            throw EngineFailures.of(failed, subject);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
