/** Which of three places counts, and what is refused in each. */
@NullMarked
package io.pfsgateway.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
