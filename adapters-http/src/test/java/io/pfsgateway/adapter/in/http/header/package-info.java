/** Tests of what headers say. */
@NullMarked
package io.pfsgateway.adapter.in.http.header;

import org.jspecify.annotations.NullMarked;
