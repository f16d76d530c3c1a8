/** Tests of checksums, against published values. */
@NullMarked
package io.pfsgateway.domain.checksum;

import org.jspecify.annotations.NullMarked;
