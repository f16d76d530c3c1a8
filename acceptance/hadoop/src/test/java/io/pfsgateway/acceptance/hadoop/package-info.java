/**
 * Hadoop's S3A on the gateway's runnable jar: the contract tests that Hadoop ships for its file systems, each in a subclass that only
 * names S3A, and a job committed by the magic committer.
 *
 * <p>{@link io.pfsgateway.acceptance.hadoop.S3aOnGateway} starts the jar, one for all suites, and says how S3A reaches it;
 * {@code contract/s3a.xml} says what S3A promises of what a file system may promise, as Hadoop's own suites for it do.
 */
@NullMarked
package io.pfsgateway.acceptance.hadoop;

import org.jspecify.annotations.NullMarked;
