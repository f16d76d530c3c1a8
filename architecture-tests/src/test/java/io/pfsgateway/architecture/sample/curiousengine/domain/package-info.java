/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.curiousengine.domain;

import org.jspecify.annotations.NullMarked;
