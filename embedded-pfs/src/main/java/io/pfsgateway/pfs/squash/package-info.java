/**
 * Takes old commits out of a file system and gives back what they alone held. A squash merges a run of commits into the next that
 * stays: the state at every commit that stays is what it was, and what is gone is gone as if it had never been asked for.
 *
 * <p>It happens in one small durable write for a line of commits, after which nobody sees the run any more, and in any number of
 * bounded steps that follow: rows that nothing shows go with their references, those that remain become the changes of the commit
 * that stays, a tree stands for its state, and changes, trees and commits before it go. A squash that was cut off in between is
 * finished when the folder is opened next, before anything else.
 *
 * <p>The trap to know: it is for a folder in which nothing else happens meanwhile.
 */
@NullMarked
package io.pfsgateway.pfs.squash;

import org.jspecify.annotations.NullMarked;
