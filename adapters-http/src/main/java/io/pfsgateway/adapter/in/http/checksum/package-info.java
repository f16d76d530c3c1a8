/**
 * The five checksums that S3 clients may declare for what they upload.
 *
 * <p>The nouns: a {@link ChecksumAlgorithm} is one of the five and knows its header; a {@link RunningChecksum} is
 * computed while the bytes go by; a {@link Checksum} is a value, spelled in base64 as on the wire. Which of them a
 * request declares, and whether the bytes agree, is decided in {@code body}.
 *
 * <p>The trap: CRCs are spelled as their bytes in big-endian order, and text in base64 that decodes to the right
 * length may still be another spelling than the one that is kept, so only the canonical one is taken.
 *
 * <p>Source: "Checking object integrity in Amazon S3".
 */
@NullMarked
package io.pfsgateway.adapter.in.http.checksum;

import org.jspecify.annotations.NullMarked;
