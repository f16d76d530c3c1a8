/** Tests of errors in S3's words. */
@NullMarked
package io.pfsgateway.adapter.in.http.error;

import org.jspecify.annotations.NullMarked;
