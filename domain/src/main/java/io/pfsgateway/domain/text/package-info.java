/** Shapes of text that several values share. */
@NullMarked
package io.pfsgateway.domain.text;

import org.jspecify.annotations.NullMarked;
