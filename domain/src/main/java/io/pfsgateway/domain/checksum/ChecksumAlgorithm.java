package io.pfsgateway.domain.checksum;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksums that a client may send with an object, to be verified, kept and returned.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking integrity</a>
 */
public enum ChecksumAlgorithm {
    CRC32(4),
    CRC32C(4),
    CRC64NVME(8),
    SHA1(20),
    SHA256(32);

    private final int sizeBytes;

    ChecksumAlgorithm(int sizeBytes) {
        this.sizeBytes = sizeBytes;
    }

    /** The algorithm by the name that S3 uses in headers and XML, in any case. */
    public static Optional<ChecksumAlgorithm> ofName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The size of a value before it is spelled in base64. */
    public int sizeBytes() {
        return sizeBytes;
    }

    /** Starts on no bytes. */
    public RunningChecksum start() {
        return switch (this) {
            case CRC32 -> new CyclicChecksum(new CRC32(), sizeBytes);
            case CRC32C -> new CyclicChecksum(new CRC32C(), sizeBytes);
            case CRC64NVME -> new CyclicChecksum(new Crc64Nvme(), sizeBytes);
            case SHA1 -> DigestChecksum.of("SHA-1");
            case SHA256 -> DigestChecksum.sha256();
        };
    }

    /** The value of two stretches of bytes together, by the values of both; only for the cyclic ones. */
    Optional<CyclicSum> cyclic() {
        return switch (this) {
            case CRC32 -> Optional.of(CyclicSum.CRC32);
            case CRC32C -> Optional.of(CyclicSum.CRC32C);
            case CRC64NVME -> Optional.of(CyclicSum.CRC64NVME);
            case SHA1, SHA256 -> Optional.empty();
        };
    }
}
