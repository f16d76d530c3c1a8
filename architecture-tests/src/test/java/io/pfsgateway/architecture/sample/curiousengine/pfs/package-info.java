/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.curiousengine.pfs;

import org.jspecify.annotations.NullMarked;
