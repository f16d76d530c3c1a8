/**
 * Deaths between any two steps: {@link io.pfsgateway.testkit.crash.Crashes} stands between services and out ports, and stops
 * everything before or behind the call that it was told, as the end of a process does. Whatever comes after, such as the closing
 * of what was open, is not done any more.
 */
@NullMarked
package io.pfsgateway.testkit.crash;

import org.jspecify.annotations.NullMarked;
