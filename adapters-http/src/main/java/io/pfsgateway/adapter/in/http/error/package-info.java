/**
 * What goes wrong, in S3's words. An {@link S3ErrorCode} is a code with its status; an {@link S3Error} is one answer, with its
 * message and whatever else it carries; an {@link S3Refusal} brings it up to the edge. Failures of the domain are translated
 * by one exhaustive switch, so that a new kind stops the compilation until it has an answer.
 *
 * <p>Nothing here reads a request or writes a response.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
@NullMarked
package io.pfsgateway.adapter.in.http.error;

import org.jspecify.annotations.NullMarked;
