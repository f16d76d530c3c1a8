/** A file system to measure on, spoken to as the gateway speaks to it: through the ports of the embedded one. */
@NullMarked
package io.pfsgateway.benchmarks.files;

import org.jspecify.annotations.NullMarked;
