/**
 * What S3 says in headers and single parameters: conditions, ranges, version ids, copy sources, tags, the headers that are kept
 * with an object and those that show it. Each class reads or writes one of these, and refuses what the gateway cannot honour,
 * so that nothing is accepted and dropped.
 *
 * <p>The trap: a header's value comes as one character for each byte. Headers that are kept go back byte for byte; the user's
 * metadata is text, and goes back as S3 spells it.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.header;

import org.jspecify.annotations.NullMarked;
