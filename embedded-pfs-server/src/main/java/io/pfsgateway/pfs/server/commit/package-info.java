/**
 * Commits as requests name them and answers tell them. A commit is named by its id, which means it in whatever branch of the
 * repository it is, or by a branch, and in both ways by carets from there.
 */
@NullMarked
package io.pfsgateway.pfs.server.commit;

import org.jspecify.annotations.NullMarked;
