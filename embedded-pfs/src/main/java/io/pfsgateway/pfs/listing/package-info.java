/**
 * Pages: of the files at a commit, of all versions of files, of what a commit changed. A page costs what it shows, however
 * much was deleted or overwritten in between, and a delimiter listing seeks past a directory instead of walking it. Each
 * page is read from one frozen view, so that it is of one moment.
 */
@NullMarked
package io.pfsgateway.pfs.listing;

import org.jspecify.annotations.NullMarked;
