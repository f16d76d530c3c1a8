/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.loosearchunit.elsewhere;

import org.jspecify.annotations.NullMarked;
