/**
 * What the store holds, typed: the keys of each family, the records behind them and their form in bytes. A
 * {@link io.pfsgateway.pfs.record.Table} joins a family to a record, and {@link io.pfsgateway.pfs.record.Tables} lists
 * them all.
 *
 * <p>The nouns: a <em>line</em> is a run of commits with a parent line and the sequence at which it left it, so sequences
 * go on where the parent's were left and a branch costs one record; an <em>epoch</em> is a run of changes of a line, and a
 * <em>seal</em> is where it ended and the tree that stands for the state there.
 */
@NullMarked
package io.pfsgateway.pfs.record;

import org.jspecify.annotations.NullMarked;
