/** Checksums held against published check values and against plain reckonings. */
@NullMarked
package io.pfsgateway.adapter.in.http.checksum;

import org.jspecify.annotations.NullMarked;
