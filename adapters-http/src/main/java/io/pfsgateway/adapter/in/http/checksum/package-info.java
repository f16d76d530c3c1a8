/**
 * How the checksums of the domain are spelled in headers: {@link ChecksumHeader}. Which of them a request declares, and whether
 * the bytes agree, is decided in {@code body}.
 *
 * <p>Source: "Checking object integrity in Amazon S3".
 */
@NullMarked
package io.pfsgateway.adapter.in.http.checksum;

import org.jspecify.annotations.NullMarked;
