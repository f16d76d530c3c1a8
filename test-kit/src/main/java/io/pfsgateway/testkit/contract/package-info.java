/**
 * What every implementation of an out port must pass: one abstract class a port.
 *
 * <p>A subclass hands out a file system, and says what it can do beyond the ports' least by its {@linkplain
 * Capability capabilities}, so that no contract asks what it is. Contracts make branches of their own and look at nothing else, so that
 * they may run against a store which holds other things, and beside other tests.
 *
 * <p>The contracts that read ({@link CommitReaderContract}, {@link FileListerContract}, {@link FileHistoryContract}, {@link
 * BranchCatalogContract}) hold for a file system that takes no changes too: it lacks {@link Capability#TAKES_CHANGES}, and puts what
 * a test is to read where it lies by a {@link Preparation} of its own.
 */
@NullMarked
package io.pfsgateway.testkit.contract;

import org.jspecify.annotations.NullMarked;
