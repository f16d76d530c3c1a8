/**
 * The use cases. Services hold ports alone, decide rights before they touch anything, and keep no state.
 */
@NullMarked
package io.pfsgateway.application.service;

import org.jspecify.annotations.NullMarked;
