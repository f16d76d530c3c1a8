package io.pfsgateway.domain.checksum;

import io.pfsgateway.domain.failure.RequestFailure;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The checksum that a multipart upload announced: each part has one of the algorithm, and the object one of the type. It refuses
 * what S3 has not: a composite CRC64NVME, and a SHA of the whole object, which parts do not yield.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Multipart checksums</a>
 */
public record UploadChecksum(ChecksumAlgorithm algorithm, ChecksumType type) {
    public UploadChecksum {
        boolean offered = switch (type) {
            case COMPOSITE -> algorithm != ChecksumAlgorithm.CRC64NVME;
            case FULL_OBJECT -> algorithm.cyclic().isPresent();
        };
        if (!offered) {
            throw RequestFailure.invalidRequest(
                    "x-amz-checksum-type",
                    "The " + type + " checksum type cannot be used with the " + algorithm + " checksum algorithm.");
        }
    }

    /** The algorithm with the type that S3 gives it when none is named. */
    public static UploadChecksum of(ChecksumAlgorithm algorithm, Optional<ChecksumType> type) {
        return new UploadChecksum(
                algorithm,
                type.orElse(
                        algorithm == ChecksumAlgorithm.CRC64NVME ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE));
    }

    /** The checksum that an object can have of parts whose algorithm was not announced; empty where they do not yield one. */
    public static Optional<UploadChecksum> unannounced(ChecksumAlgorithm algorithm) {
        return algorithm.cyclic().map(cyclic -> new UploadChecksum(algorithm, ChecksumType.FULL_OBJECT));
    }

    /** The object's checksum, by those of its parts in their order, of which there is one at least. */
    public ContentChecksum ofParts(List<PartChecksum> parts) {
        return switch (type) {
            case COMPOSITE -> composite(parts);
            case FULL_OBJECT -> combined(parts, algorithm.cyclic().orElseThrow());
        };
    }

    private ContentChecksum composite(List<PartChecksum> parts) {
        RunningChecksum running = algorithm.start();
        for (PartChecksum part : parts) {
            byte[] digest = part.checksum().digest();
            running.update(digest, 0, digest.length);
        }
        return ContentChecksum.composite(algorithm, running.finish(), parts.size());
    }

    private ContentChecksum combined(List<PartChecksum> parts, CyclicSum cyclic) {
        long sum = register(parts.get(0));
        for (PartChecksum part : parts.subList(1, parts.size())) {
            sum = cyclic.combine(sum, register(part), part.sizeBytes());
        }
        byte[] eight = ByteBuffer.allocate(Long.BYTES).putLong(0, sum).array();
        byte[] digest = new byte[algorithm.sizeBytes()];
        System.arraycopy(eight, Long.BYTES - digest.length, digest, 0, digest.length);
        return ContentChecksum.of(algorithm, digest);
    }

    private static long register(PartChecksum part) {
        byte[] digest = part.checksum().digest();
        ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);
        eight.position(Long.BYTES - digest.length);
        eight.put(digest);
        return eight.getLong(0);
    }
}
