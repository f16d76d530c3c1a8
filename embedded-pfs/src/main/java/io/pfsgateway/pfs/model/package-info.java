/**
 * The nouns of the engine, and what can go wrong. A project holds repositories, a repository holds branches, a branch is
 * a line of commits, and a commit is one state of all its files. A {@link io.pfsgateway.pfs.model.FileRow} is one version
 * of one file; a path, a prefix and a file's attributes are plain bytes to the engine.
 *
 * <p>The trap to know: a commit id names something only on the branches whose head descends from it.
 */
@NullMarked
package io.pfsgateway.pfs.model;

import org.jspecify.annotations.NullMarked;
