/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.largeport.application.port.out;

import org.jspecify.annotations.NullMarked;
