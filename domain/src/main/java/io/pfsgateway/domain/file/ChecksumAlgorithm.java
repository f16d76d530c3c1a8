package io.pfsgateway.domain.file;

/**
 * The checksums that a client may send with an object, to be verified, kept and returned.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking integrity</a>
 */
public enum ChecksumAlgorithm {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256
}
