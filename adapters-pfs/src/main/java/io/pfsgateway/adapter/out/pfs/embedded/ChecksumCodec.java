package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.pfs.model.Bytes;
import java.util.Optional;

/** How a checksum is kept in the engine: the number of its algorithm, then its value as text. */
final class ChecksumCodec {
    private ChecksumCodec() {}

    /** The checksum of a part, as the note that the engine keeps with it; empty for none. */
    static Bytes note(Optional<ContentChecksum> checksum) {
        AttributesOutput out = new AttributesOutput();
        checksum.ifPresent(value -> write(out, value));
        return out.bytes();
    }

    /**
     * Reads a part's note.
     *
     * @throws FileSystemFailure with {@code DATA_CORRUPT} when it is of another form
     */
    static Optional<ContentChecksum> ofNote(Bytes note) {
        if (note.isEmpty()) {
            return Optional.empty();
        }
        AttributesInput in = new AttributesInput(note.buffer());
        ContentChecksum checksum = read(in);
        in.requireEnd();
        return Optional.of(checksum);
    }

    static void write(AttributesOutput out, ContentChecksum checksum) {
        out.number(numberOf(checksum.algorithm()));
        out.text(checksum.value());
    }

    static ContentChecksum read(AttributesInput in) {
        ChecksumAlgorithm algorithm = algorithmOf(in.number());
        String value = in.text();
        try {
            return new ContentChecksum(algorithm, value);
        } catch (RequestFailure notOne) {
            throw AttributesInput.corrupt("with a value that is no checksum: " + notOne.reason());
        }
    }

    private static int numberOf(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> 1;
            case CRC32C -> 2;
            case CRC64NVME -> 3;
            case SHA1 -> 4;
            case SHA256 -> 5;
        };
    }

    private static ChecksumAlgorithm algorithmOf(int number) {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            if (numberOf(algorithm) == number) {
                return algorithm;
            }
        }
        throw AttributesInput.corrupt("with a checksum of the unknown number " + number);
    }
}
