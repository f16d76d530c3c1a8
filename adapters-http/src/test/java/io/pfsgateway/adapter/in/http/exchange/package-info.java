/** Tests of requests and answers as values. */
@NullMarked
package io.pfsgateway.adapter.in.http.exchange;

import org.jspecify.annotations.NullMarked;
