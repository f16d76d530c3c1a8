/** Tests of the names of checksums on the wire. */
@NullMarked
package io.pfsgateway.adapter.in.http.checksum;

import org.jspecify.annotations.NullMarked;
