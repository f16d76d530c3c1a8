/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.cycle.right;

import org.jspecify.annotations.NullMarked;
