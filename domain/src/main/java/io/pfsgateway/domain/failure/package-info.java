/** What can go wrong, as values that carry what failed. */
@NullMarked
package io.pfsgateway.domain.failure;

import org.jspecify.annotations.NullMarked;
