/** Where the log goes and what it looks like. */
@NullMarked
package io.pfsgateway.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
