/**
 * What the hot paths cost: each class is one path, measured by JMH as far as possible without what lies around it. How they
 * grow with the data, {@code scale} tells.
 */
@NullMarked
package io.pfsgateway.benchmarks;

import org.jspecify.annotations.NullMarked;
