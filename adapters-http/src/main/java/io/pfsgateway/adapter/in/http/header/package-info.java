/**
 * What S3 says in headers and single parameters: conditions, ranges, version ids, copy sources, tags, the headers that are kept
 * with an object and those that show it. Each class reads or writes one of these, and refuses what the gateway cannot honour,
 * so that nothing is accepted and dropped.
 *
 * <p>The trap: a header's value comes as one character for each byte. Values that are kept are kept so, byte for byte, whether
 * the client wrote UTF-8, ISO 8859-1 or RFC 2047, and go back the same way.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.header;

import org.jspecify.annotations.NullMarked;
