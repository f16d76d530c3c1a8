/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.emptyname.elsewhere;

import org.jspecify.annotations.NullMarked;
