/**
 * The gateway's runnable jar, started as a user starts it and driven by the AWS SDK for Java and by minio-java over HTTP.
 *
 * <p>A {@link io.pfsgateway.acceptance.GatewayProcess} is the jar; an {@link io.pfsgateway.acceptance.SdkClient} is one of the
 * SDK's ways to speak S3, which differ in how they sign a body; {@link io.pfsgateway.acceptance.SdkContract} is what all must
 * find. A {@link io.pfsgateway.acceptance.RecordingRelay} between the two proves which way was taken: without it, a new version
 * of the SDK could quietly stop to send what these tests are for.
 */
@NullMarked
package io.pfsgateway.acceptance;

import org.jspecify.annotations.NullMarked;
