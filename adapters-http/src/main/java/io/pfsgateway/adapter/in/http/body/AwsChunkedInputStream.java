package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes the frames off an {@code aws-chunked} body. Content is passed on as it comes, a chunk of any size included, and
 * a chunk's signature is checked with its last byte; so what was read is good only when the end has been reached.
 */
final class AwsChunkedInputStream extends InputStream {
    private final FrameReader frames;
    private final ChunkSignatures signatures;
    private final Optional<ChecksumAlgorithm> announced;

    private ChunkHeader chunk = new ChunkHeader(0, Optional.empty());
    private long remaining;
    private boolean started;
    private boolean ended;
    private Trailer trailer = Trailer.EMPTY;

    AwsChunkedInputStream(InputStream raw, ChunkSignatures signatures, Optional<ChecksumAlgorithm> announced) {
        this.frames = new FrameReader(raw);
        this.signatures = signatures;
        this.announced = announced;
    }

    /** What came behind the last chunk; empty until then. */
    Trailer trailer() {
        return trailer;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (remaining == 0 && !ended) {
            beginChunk();
        }
        if (ended) {
            return -1;
        }
        int read = frames.read(target, offset, (int) Math.min(length, remaining));
        if (read < 0) {
            throw BodyProblem.incomplete();
        }
        signatures.update(target, offset, read);
        remaining -= read;
        if (remaining == 0) {
            signatures.endChunk(chunk);
        }
        return read;
    }

    private void beginChunk() throws IOException {
        if (started) {
            endOfContent();
        }
        started = true;
        chunk = ChunkHeader.parse(frames.readLine(ChunkHeader.LONGEST_LINE));
        remaining = chunk.size();
        if (remaining == 0) {
            signatures.endChunk(chunk);
            trailer = Trailer.read(frames);
            signatures.endTrailer(trailer);
            trailer.checkAnnounced(announced);
            ended = true;
        }
    }

    private void endOfContent() throws IOException {
        String line = frames.readLine(2);
        if (!line.equals("\r\n")) {
            throw "\r\n".startsWith(line)
                    ? BodyProblem.incomplete()
                    : new BodyProblem(Kind.MALFORMED_CHUNK, "A chunk is longer than its size line says.");
        }
    }
}
