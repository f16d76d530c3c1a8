/** Pages of keys, of versions and of buckets, and the tokens that lead from one page to the next. */
@NullMarked
package io.pfsgateway.domain.listing;

import org.jspecify.annotations.NullMarked;
