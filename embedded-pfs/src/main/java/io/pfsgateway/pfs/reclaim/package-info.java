/**
 * Work in the background: building the trees of sealed epochs, and, at a pace that leaves the machine to those who wait for an answer, removing
 * dead lines and contents and sweeping what a crash left. It is done by one thread in small steps, each of which may be cut off anywhere; what
 * is to be done stands in the store, so it goes on after a restart.
 */
@NullMarked
package io.pfsgateway.pfs.reclaim;

import org.jspecify.annotations.NullMarked;
