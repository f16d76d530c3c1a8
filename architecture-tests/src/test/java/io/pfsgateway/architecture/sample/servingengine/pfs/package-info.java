/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.servingengine.pfs;

import org.jspecify.annotations.NullMarked;
