/**
 * Projects, repositories and branches: making, deleting and listing them. A new branch costs a few records wherever it
 * starts from; a deleted one is gone at once, and what it held goes in the background.
 */
@NullMarked
package io.pfsgateway.pfs.branch;

import org.jspecify.annotations.NullMarked;
