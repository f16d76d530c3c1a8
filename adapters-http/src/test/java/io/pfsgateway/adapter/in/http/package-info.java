/** Tests that speak HTTP with a gateway over real services on a file system in memory. */
@NullMarked
package io.pfsgateway.adapter.in.http;

import org.jspecify.annotations.NullMarked;
