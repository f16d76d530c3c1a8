/**
 * Changing files. The changes of a call are taken in one after the other, each file's bytes going to disk as they come, and
 * become one commit when the client closes its side; a call that ends before leaves nothing.
 *
 * <p>The nouns: a {@link io.pfsgateway.pfs.server.change.ChangeSet} is what a call has asked for so far, and holds for each
 * path whether the file is replaced, and the pieces that are put to its end.
 */
@NullMarked
package io.pfsgateway.pfs.server.change;

import org.jspecify.annotations.NullMarked;
