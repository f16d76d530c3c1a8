/** Tags, which users set on objects and on buckets, and the rules that S3 has for them. */
@NullMarked
package io.pfsgateway.domain.tag;

import org.jspecify.annotations.NullMarked;
