/** Spark on the gateway's runnable jar, over Hadoop's S3A and its magic committer. */
@NullMarked
package io.pfsgateway.acceptance.spark;

import org.jspecify.annotations.NullMarked;
