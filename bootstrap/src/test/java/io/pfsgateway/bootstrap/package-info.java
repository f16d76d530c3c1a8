/** What the program answers to its command line, how it starts, and how it stops. */
@NullMarked
package io.pfsgateway.bootstrap;

import org.jspecify.annotations.NullMarked;
