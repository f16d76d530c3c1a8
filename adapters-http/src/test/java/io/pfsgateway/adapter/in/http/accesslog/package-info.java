/** Tests of the log of requests. */
@NullMarked
package io.pfsgateway.adapter.in.http.accesslog;

import org.jspecify.annotations.NullMarked;
