/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.layers.adapter.in.http;

import org.jspecify.annotations.NullMarked;
