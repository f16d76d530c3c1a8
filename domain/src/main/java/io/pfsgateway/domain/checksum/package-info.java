/**
 * The five checksums that S3 clients may send with what they upload.
 *
 * <p>The nouns: a {@link io.pfsgateway.domain.checksum.ChecksumAlgorithm} is one of the five; a {@link
 * io.pfsgateway.domain.checksum.RunningChecksum} is computed while the bytes go by; a {@link
 * io.pfsgateway.domain.checksum.ContentChecksum} is a value, spelled as on the wire; an {@link
 * io.pfsgateway.domain.checksum.UploadChecksum} is what a multipart upload announced, and makes the object's value of its
 * parts' values.
 *
 * <p>The traps: CRCs are spelled as their bytes in big-endian order; text in base64 that decodes to the right length may
 * still be another spelling than the one that is kept, so only the canonical one is taken; and a value over the parts'
 * values is no value of the object's bytes, which its suffix {@code -N} tells.
 *
 * <p>Source: "Checking object integrity in Amazon S3".
 */
@NullMarked
package io.pfsgateway.domain.checksum;

import org.jspecify.annotations.NullMarked;
