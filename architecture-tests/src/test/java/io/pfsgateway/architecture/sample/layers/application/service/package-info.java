/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.layers.application.service;

import org.jspecify.annotations.NullMarked;
