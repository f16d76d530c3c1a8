/**
 * One line for each request, in the format of Amazon's server access log. A request's thread notes what is of interest and goes on;
 * a thread of the log's own writes the lines, and what it cannot keep up with is dropped and counted.
 *
 * <p>The traps: whatever a client sent may try to be a line of its own, so that nothing of it is written but visible ASCII, the rest
 * percent-encoded; and a request's address may be signed, so that what signs it is blanked before anything is kept.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">Server access log format</a>
 */
@NullMarked
package io.pfsgateway.adapter.in.http.accesslog;

import org.jspecify.annotations.NullMarked;
