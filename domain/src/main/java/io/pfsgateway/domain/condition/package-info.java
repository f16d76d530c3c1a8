/** Conditions that a reader or a writer sets on the object as it stands. */
@NullMarked
package io.pfsgateway.domain.condition;

import org.jspecify.annotations.NullMarked;
