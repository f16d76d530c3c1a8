/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.stranger.elsewhere;

import org.jspecify.annotations.NullMarked;
