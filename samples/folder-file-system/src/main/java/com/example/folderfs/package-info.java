/**
 * A file system for the gateway that someone else could have written: a plain folder, for reading only. Each sub-folder of the
 * root is a repository with the one branch {@code master}; the files below it are its files, their relative paths the keys.
 *
 * <p>A folder has no commits, so one is made up: the {@link com.example.folderfs.FolderState} of a repository, whose id is a hash
 * of every file's path, size, time and number. While nothing changes the id stays, and with it every answer; when something does,
 * the id before names nothing any more, since what it named is gone. A file that is replaced by one of the same size and number
 * within one tick of the folder's clock is taken for the same. Nothing is kept between two calls, so each walks its
 * repository once: that is the price of a folder that anyone may change, and it is more than {@code FileLister} allows a file
 * system that is to hold many files.
 *
 * <p>What the folder must keep to: a file is changed by moving another into its place, never by writing into it, so that a reader
 * who has it open reads it to its end. What is no key does not show, nor does a sub-folder whose name no repository can have, nor
 * anything behind a symbolic link, so that nothing outside the root is ever served.
 */
@NullMarked
package com.example.folderfs;

import org.jspecify.annotations.NullMarked;
