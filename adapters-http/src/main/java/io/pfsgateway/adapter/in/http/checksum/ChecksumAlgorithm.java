package io.pfsgateway.adapter.in.http.checksum;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The checksums that S3 knows, each with the header that declares it and a way to compute it. */
public enum ChecksumAlgorithm {
    CRC32(4),
    CRC32C(4),
    CRC64NVME(8),
    SHA1(20),
    SHA256(32);

    /** What the names of all headers that declare a checksum begin with. */
    public static final String HEADER_PREFIX = "x-amz-checksum-";

    private final int sizeBytes;
    private final String headerName = HEADER_PREFIX + name().toLowerCase(Locale.ROOT);

    ChecksumAlgorithm(int sizeBytes) {
        this.sizeBytes = sizeBytes;
    }

    /** The algorithm by the name that S3 uses in headers and XML, in any case. */
    public static Optional<ChecksumAlgorithm> ofName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The algorithm by the header that declares its value, in any case. */
    public static Optional<ChecksumAlgorithm> ofHeader(String headerName) {
        return Arrays.stream(values())
                .filter(each -> each.headerName.equalsIgnoreCase(headerName))
                .findFirst();
    }

    /** The header that declares a value, in lower case, for example {@code x-amz-checksum-crc32}. */
    public String headerName() {
        return headerName;
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
}
