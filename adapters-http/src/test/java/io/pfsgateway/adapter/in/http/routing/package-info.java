/** Tests of the one meaning that each request has. */
@NullMarked
package io.pfsgateway.adapter.in.http.routing;

import org.jspecify.annotations.NullMarked;
