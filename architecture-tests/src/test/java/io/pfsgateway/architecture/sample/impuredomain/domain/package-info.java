/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.impuredomain.domain;

import org.jspecify.annotations.NullMarked;
