/** Where files live: projects hold repositories, repositories hold branches, and S3 calls a branch, or one commit of it, a bucket. */
@NullMarked
package io.pfsgateway.domain.bucket;

import org.jspecify.annotations.NullMarked;
