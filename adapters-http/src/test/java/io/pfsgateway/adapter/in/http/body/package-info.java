/** Bodies held against the published chunked uploads, and against every way of cutting, shortening and spoiling them. */
@NullMarked
package io.pfsgateway.adapter.in.http.body;

import org.jspecify.annotations.NullMarked;
