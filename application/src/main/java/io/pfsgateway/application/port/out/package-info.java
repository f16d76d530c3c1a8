/**
 * What the gateway needs of the file system and of the stores beside it: roles, each written so that someone else can implement
 * it. Contracts for all of them are in the test kit.
 *
 * <p>Of every method here: it may be called from many threads at once; it throws
 * {@link io.pfsgateway.domain.failure.FileSystemFailure} when the store is out of reach, and nothing is done then, unless the
 * kind is {@code OUTCOME_UNKNOWN}.
 */
@NullMarked
package io.pfsgateway.application.port.out;

import org.jspecify.annotations.NullMarked;
