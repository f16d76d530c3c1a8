/** The fakes, held to the same contracts as everything that they stand for. */
@NullMarked
package io.pfsgateway.testkit.fake;

import org.jspecify.annotations.NullMarked;
