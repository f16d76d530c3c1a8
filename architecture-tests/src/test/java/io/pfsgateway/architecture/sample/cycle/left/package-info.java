/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.cycle.left;

import org.jspecify.annotations.NullMarked;
