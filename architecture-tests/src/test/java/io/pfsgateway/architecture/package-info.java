/**
 * The rules of the house. {@link io.pfsgateway.architecture.HouseRules} states them for any root package, so that each is held
 * both against the project and against a sample under {@code io.pfsgateway.architecture.sample} that breaks it.
 */
@NullMarked
package io.pfsgateway.architecture;

import org.jspecify.annotations.NullMarked;
