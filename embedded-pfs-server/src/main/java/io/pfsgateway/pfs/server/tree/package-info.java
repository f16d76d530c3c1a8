/**
 * The files of a commit as a tree. The engine knows paths alone; here each directory stands before what is in it, and has a
 * size, and a hash over those of its children. Walking costs what is walked over; a directory's size costs all that is in it.
 *
 * <p>The trap to know: the engine holds {@code a} beside {@code a/b}, so that one name may be a file and a directory.
 */
@NullMarked
package io.pfsgateway.pfs.server.tree;

import org.jspecify.annotations.NullMarked;
