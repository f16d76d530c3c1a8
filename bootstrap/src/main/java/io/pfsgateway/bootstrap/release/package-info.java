/** Which release this is. */
@NullMarked
package io.pfsgateway.bootstrap.release;

import org.jspecify.annotations.NullMarked;
