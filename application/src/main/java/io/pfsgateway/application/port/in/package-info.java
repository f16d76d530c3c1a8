/**
 * What the gateway does: one use case an action, each with its command and its result. The HTTP adapter drives them.
 */
@NullMarked
package io.pfsgateway.application.port.in;

import org.jspecify.annotations.NullMarked;
